import { once } from "node:events";
import { connect } from "node:net";
import { onTestFinished } from "vitest";

/** A client that says what it is told, and collects the replies. */
export interface Client {
  /** Says it, and gives the whole reply that follows. */
  say(text: string): Promise<string>;
  /** Says it, and waits for nothing. */
  put(text: string): void;
  /** The next whole reply. */
  reply(): Promise<string>;
  /** All that is said until the other side ends. */
  end(): Promise<string>;
  leave(): void;
}

export async function client(port: number): Promise<Client> {
  const socket = connect(port, "127.0.0.1");
  socket.setEncoding("latin1");
  socket.on("error", () => {});
  onTestFinished(() => void socket.destroy());
  let heard = "";
  let ended = false;
  let news = (): void => {};
  socket.on("data", (text: string) => {
    heard += text;
    news();
  });
  socket.on("close", () => {
    ended = true;
    news();
  });
  await once(socket, "connect");
  const more = (): Promise<void> => new Promise((resolve) => (news = resolve));
  const reply = async (): Promise<string> => {
    for (;;) {
      const found = /^(?:\d{3}-.*\r\n)*\d{3} .*\r\n/.exec(heard)?.[0];
      if (found !== undefined) {
        heard = heard.slice(found.length);
        return found.trimEnd();
      }
      if (ended) throw new Error(`the sink has gone; it said ${JSON.stringify(heard)}`);
      await more();
    }
  };
  return {
    reply,
    put: (text) => void socket.write(text, "latin1"),
    say(text) {
      socket.write(text, "latin1");
      return reply();
    },
    async end() {
      while (!ended) await more();
      return heard;
    },
    leave: () => socket.destroy(),
  };
}
