import { html, type Markup, type Status, wording } from "mailworthy";

/** A shape for each status, drawn once in a page and used by reference. */
export const sprite = html`<svg class="sprite" width="0" height="0" aria-hidden="true">
  <symbol id="i-fail" viewBox="0 0 16 16">
    <path fill="currentColor" d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" />
    <path
      fill="none"
      stroke="var(--surface)"
      stroke-width="1.8"
      stroke-linecap="round"
      d="m5.4 5.4 5.2 5.2m0-5.2-5.2 5.2"
    />
  </symbol>
  <symbol id="i-inconclusive" viewBox="0 0 16 16">
    <circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2.6 1.6" />
    <path
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      d="M6.1 6.3c.1-2.4 3.9-2.4 3.9 0 0 1.4-1.9 1.4-1.9 2.9"
    />
    <circle cx="8.1" cy="11.5" r="1" fill="currentColor" />
  </symbol>
  <symbol id="i-warn" viewBox="0 0 16 16">
    <path fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round" d="m8 1.8 6.6 12H1.4z" />
    <path stroke="currentColor" stroke-width="1.6" stroke-linecap="round" d="M8 6.2v3.4" />
    <circle cx="8" cy="11.9" r=".95" fill="currentColor" />
  </symbol>
  <symbol id="i-pass" viewBox="0 0 16 16">
    <path
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      d="m2.8 8.6 3.4 3.4 7-7.6"
    />
  </symbol>
  <symbol id="i-skip" viewBox="0 0 16 16">
    <path stroke="currentColor" stroke-width="1.8" stroke-linecap="round" d="M4.5 8h7" />
  </symbol>
</svg>`;

/** The shape of a status: with its word for those who do not see it, or beside a word that says it already. */
export const icon = (status: Status, beside = false): Markup =>
  beside
    ? html`<svg class="i ${status}" aria-hidden="true"><use href="#i-${status}" /></svg>`
    : html`<svg class="i ${status}" role="img" aria-label="${wording[status].state}"><use href="#i-${status}" /></svg>`;

export const brand = html`<span class="brand"
  ><svg viewBox="0 0 20 20" aria-hidden="true">
    <path fill="none" stroke="currentColor" stroke-width="1.8" stroke-linejoin="round" d="M2 4.5h16v11H2z" />
    <path
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
      d="m2.6 5.2 7.4 6 7.4-6"
    /></svg
  >mailworthy</span
>`;
