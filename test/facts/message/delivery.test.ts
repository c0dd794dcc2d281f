import { Evidence } from "../../../src/evidence.js";
import { messageDelivery } from "../../../src/facts/message/delivery.js";
import { worldNet } from "mailworthy/testing";
import { describe, expect, it } from "vitest";
import { mail } from "../../mail.js";

async function delivery(lines: string[], envelope = {}) {
  const files = { "m.eml": mail(...lines, "From: a@example.com", "", "Hello") };
  return new Evidence(worldNet({ files })).get(messageDelivery, { file: "m.eml", envelope });
}

const inside = "Received: from localhost (localhost [127.0.0.1]) by mx1.receiver.example with ESMTP id 3";
const relay =
  "Received: from mx1.receiver.example (mx1.receiver.example [198.51.100.2]) by mail.receiver.example with ESMTPS id 2";
const border = "Received: from out.example.com (unknown [192.0.2.25]) by mx1.receiver.example with ESMTPS id 1";
const below = "Received: from laptop ([203.0.113.9]) by out.example.com with ESMTPSA id 0";

describe("the hop from outside", () => {
  it("is the first from the top that no host of the receiver's handed over", async () => {
    expect(await delivery([inside, relay, border, below])).toMatchObject({
      state: "known",
      value: { ip: "192.0.2.25", helo: "out.example.com", from: 3, by: "mx1.receiver.example", mailFrom: null },
    });
  });

  it("is the topmost public one where all are of one operator", async () => {
    expect(await delivery([inside, relay])).toMatchObject({ value: { ip: "198.51.100.2", from: 2 } });
  });

  it("is of another operator where only a public suffix is common", async () => {
    const near = "Received: from out.firm.com.br (unknown [192.0.2.25]) by mx.receiver.com.br with ESMTPS id 1";
    expect(await delivery([near, below])).toMatchObject({ value: { ip: "192.0.2.25", from: 1 } });
  });

  it("gives way to what is said with the message", async () => {
    const said = { ip: "192.0.2.77", helo: "x.example", mailFrom: "b@example.com", tls: false };
    expect(await delivery([border], said)).toMatchObject({
      value: { ...said, from: "envelope", by: null, spfDomain: "example.com" },
    });
  });

  it.each([
    [[], "the message has no Received field: it was not sent yet"],
    [[inside], "no Received field tells an address from outside"],
  ])("may be missing: %j", async (lines, reason) => {
    expect(await delivery(lines)).toEqual({ state: "absent", reason });
  });
});

it.each([
  ["Return-Path: <a@b.example>", "a@b.example", "b.example"],
  ["Return-Path: <>", "", "out.example.com"],
  ['Received-SPF: pass (x) client-ip=192.0.2.25; envelope-from="c@d.example"; helo=x', "c@d.example", "d.example"],
])("the reverse-path: %s", async (line, mailFrom, spfDomain) => {
  expect(await delivery([line, border])).toMatchObject({ value: { mailFrom, spfDomain } });
});
