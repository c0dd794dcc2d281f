import { testCheck } from "mailworthy/testing";
import check from "../../../checks/msg/tls-in-received.js";
import { about, letter, received } from "../../mail.js";

const by = (clause: string): string =>
  `from out.example.com (out.example.com [192.0.2.25]) by mx.receiver.example ${clause}`;

testCheck(check, {
  encrypted: [
    about(letter(received())),
    about(
      letter({
        Received: by(
          "with ESMTP (Exim 4.97) (envelope-from <a@example.com>) id 1 (using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384)",
        ),
      }),
    ),
    about(letter({ Received: by("with Microsoft SMTP Server (version=TLS1_3, cipher=TLS_AES_256_GCM_SHA384) id 1") })),
    about(letter(), { ip: "192.0.2.25", tls: true }),
  ],
  clear: [about(letter(received("192.0.2.25", "ESMTP"))), about(letter(), { ip: "192.0.2.25", tls: false })],
  skip: [about(letter()), about(letter({ Received: by("with HTTP id 1") })), about(letter({ Received: by("id 1") }))],
});
