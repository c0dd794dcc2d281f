import { readFileSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import html from "../../reporters/html/index.js";
import { hostile } from "../corpus.js";
import { all, many, northwind, written } from "../reporters/canned.js";
import { fed, handmade } from "../reporters/hand.js";

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/** A script that yields the lowest contrast of any text of a page. */
const contrast = readFileSync(new URL("../fixtures/contrast.js", import.meta.url), "utf8");

const pages: Record<string, () => Promise<string>> = {
  "one domain": () => written(html, [northwind]),
  "a few domains": () => written(html, all),
  "many domains": () => written(html, many),
  "hostile text": () => fed(html, handmade(hostile.find(({ id }) => id === "5/script")!.text, 3)),
  "long text": () => fed(html, handmade("unbroken".repeat(2_000), 3)),
};

describe("the page in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  });
  afterAll(() => browser?.close());

  /** The page, opened, and whatever it asked for, complained of or ran. */
  async function opened(
    text: string,
    width: number,
    colorScheme: "light" | "dark",
  ): Promise<{ page: Page; odd: string[] }> {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    const odd: string[] = [];
    page.on("console", (message) => odd.push(message.text()));
    page.on("pageerror", (error) => odd.push(error.message));
    page.on("dialog", (dialog) => {
      odd.push(dialog.message());
      void dialog.dismiss();
    });
    page.on("request", (request) => odd.push(request.url()));
    await page.setContent(text);
    await page.evaluate(`for (const one of document.querySelectorAll("details")) one.open = true`);
    return { page, odd };
  }

  describe.each(Object.keys(pages))("%s", (name) => {
    it.each([
      [390, "light"],
      [390, "dark"],
      [1_280, "light"],
      [1_280, "dark"],
    ] as const)("at %i, %s", async (width, scheme) => {
      const { page, odd } = await opened(await pages[name]!(), width, scheme);
      try {
        expect(odd).toEqual([]);
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
        expect(await page.locator("h1").count()).toBe(1);
        expect(await page.locator("script").count()).toBe(0);
        expect(await page.evaluate(contrast)).toBeGreaterThanOrEqual(4.5);
        await page.keyboard.press("Tab");
        expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to content");
      } finally {
        await page.close();
      }
    });
  });
});
