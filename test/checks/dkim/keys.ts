/** Public keys in base64, made for these tests; `spki` is SubjectPublicKeyInfo, `pkcs1` is RSAPublicKey. */
export const keys = {
  rsa512:
    "MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAMtrydR20n/y+vJOuU47Tgl1cyjKu7OZCSKxFHCJ9Ol+wO7ek8lxEakkL9n0H7pTap3Q" +
    "bQCxlYX+OYPgMPbbMaUCAwEAAQ==",
  rsa1024:
    "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQCl+zJr6GucEToUTaBCjAupjNr3GgXDhx1YHqJ9RJwnoFQDj2UByiuxM7wGrRd3" +
    "V2EgwoPfW9crUjKg8xbaL3zCTaeVbku/jf3ARt1srb16cyvEBs5lr7bhajGoXg3feqg9lzDobfxpxU4/GhV+/qY3+h5cY4bGIKbI" +
    "0/d4TyNVKwIDAQAB",
  rsa2048:
    "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAiYuPCLY6HlvaNq7wXDMzFHLIqUeXnrEs+9L/W2Xii8C6bPXxrZKFkUvB" +
    "cAJzCHm3824dN89m/axEpAkxnYpC58dVo3m3nG3vdw2za9LMDbUDy2RVP/7il05h4nDxSYoSCVvm3Fjz7AqA+T0ISk+dTtO1U4+X" +
    "/Mzt/0gcEXfbScfcnzCt9y2i7ambWG0K9849C1HgoV1UsKRiWdxZuDY94rOMKC0aIXqvpxFvcaFGJwXcUBdvMMiN85TPzz99ma3h" +
    "UPRxYd2Mm6CRMWku1Mw94JMns1CXAhOIe6HxxDyN9X/1jFQevWDyhOQ68hVSZwoV+65dkcCoL59rD54VHI2ouwIDAQAB",
  rsa4104:
    "MIICIzANBgkqhkiG9w0BAQEFAAOCAhAAMIICCwKCAgIAtLfpbte1FO4jpMQZ2e4xM+9h1qBzDd4G1gkNN/FXqHOS0FncGyAazXPU" +
    "AoC2ZYSKS7Rgk2pFnYq3zvLtNhSOHjHFF7VXAEoreT4gQD5LeDG0iXJzJ5OPvqVbQSPJRFMcBkprG84OUnmiKfc89HOx5ZBRm+xL" +
    "xzb2H7BJZAAjblM49OpT8lpDzPVvQXFbkngVsn8lZ0f6i0ax+L9f0Ff4j0GKN7Bon5dWiCER1agQeuuvbhAA8xtgtt1is2NwhI4q" +
    "bkj/BQVlhpsfLSG+Ypxf/PxAXJxT9tlBsrF5rCxmeLrcZpsitGI18P7JBGIefNiCDtl/AozPhffGaaUnMsEnSHSHIFJSW/K2JpRA" +
    "+d/mJy/Z3F6T9vz6X4Lhw0XEQoDoNGGmFft5aen3HF/2NrLfjssWwQ9TCHo0T4qF62XW/M1trz1hXKgAbhtpalaMa7FYQkXEWCBi" +
    "3jC+Rx1gQBVRmYKAzE2Z6yUMFmCE8H8FPouKXSe6/D97G3b8gCMNo6YlpJCX+Fa76dj4jLOxeSPJQ1807ru+P76r9skHJi7ZAeZ/" +
    "1dTNn4zS/O8MYv9jpKdu0xLtYk7tS8EteOT47PFZIetw5i6CDNAgPyw7Sn+n7QgYxXqnMp6XuVJ0MoSF6ko6Z88uLcSRfD8+Epp0" +
    "jTsuoTNd6D4Z+gDGzHU5NuLplcthAgMBAAE=",
  rsa2048Pkcs1:
    "MIIBCgKCAQEAiYuPCLY6HlvaNq7wXDMzFHLIqUeXnrEs+9L/W2Xii8C6bPXxrZKFkUvBcAJzCHm3824dN89m/axEpAkxnYpC58dV" +
    "o3m3nG3vdw2za9LMDbUDy2RVP/7il05h4nDxSYoSCVvm3Fjz7AqA+T0ISk+dTtO1U4+X/Mzt/0gcEXfbScfcnzCt9y2i7ambWG0K" +
    "9849C1HgoV1UsKRiWdxZuDY94rOMKC0aIXqvpxFvcaFGJwXcUBdvMMiN85TPzz99ma3hUPRxYd2Mm6CRMWku1Mw94JMns1CXAhOI" +
    "e6HxxDyN9X/1jFQevWDyhOQ68hVSZwoV+65dkcCoL59rD54VHI2ouwIDAQAB",
  ed25519Spki: "MCowBQYDK2VwAyEAdDAU5bl3sgVct70Uv+WYaHk4XMn6OydR358ptOrFjZE=",
  ed25519: "dDAU5bl3sgVct70Uv+WYaHk4XMn6OydR358ptOrFjZE=",
};

/** Keys of 1024 bits, made for these tests with one weakness each: what DNS could hold, and nobody signs with. */
export const weakKeys = {
  roca:
    "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQCQuJESLvzpo2uO53ueriAgeIgVH+QGvqV9GlPfCGKvZeWNcvkZmcNZ+gxPH6x/" +
    "JFVtzOrHjwp2vT2xyQdAJh0d415TzObzNJk56gvj6NGrMLwtvuc1i67IhOk2HCbnfj2b7ZMgy+2rUx29WJGaVbMwC67JVZC3iBBh" +
    "CcRF0fKthwIDAQAB",
  close:
    "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQCc6GF+VPouPfz0dMtcK7aREF9CxJGmjoElsL5oODTW1P3aqdq+LxS516/+dsVJ" +
    "nH2KaPri34rf2k6vxMRCffjous7hgh3KTYwDRkaeZYI0Ke1irnw3nx3JE83Gm6aRufsELQm4GRjsoxW5Ti81rXfjpTflPtJpu839" +
    "6511Yw/n+wIDAQAB",
  small:
    "MIGeMA0GCSqGSIb3DQEBAQUAA4GMADCBiAKBgA4nWWZHYSQ84yWNjoREncqQIqFC9tY/Bs/Y7It5xQ2xp3OaFJPvDwdsGQi5tT0d" +
    "TB9jXawlp6KGsuBGlevEK+R60NqHLi5S3po7PBMS4RghOgrp0qHgxPfL/Rw1R9fuKDJxlubz7daj54ys1umobxNXuV+m4EJZpwhS" +
    "P7pkUehVAgMBAAE=",
  exponentOne:
    "MIGdMA0GCSqGSIb3DQEBAQUAA4GLADCBhwKBgQDpONuJjmROwHxZJm7yssbXQ57szfNg5Ix2uPO2aZy0Lk0R8jIoxN4E1j6ieEzI" +
    "d7H/nn1MXgKWhMdu/GONaJVi3Wxhl6GC3ZRaGSm3ccuzm8rPf4qOKRiHmIgUoxJizyxexuSH95gs7YFp7eGBg4itIKYSfkk7aOha" +
    "IgURNRm/KQIBAQ==",
  exponentEven:
    "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDpONuJjmROwHxZJm7yssbXQ57szfNg5Ix2uPO2aZy0Lk0R8jIoxN4E1j6ieEzI" +
    "d7H/nn1MXgKWhMdu/GONaJVi3Wxhl6GC3ZRaGSm3ccuzm8rPf4qOKRiHmIgUoxJizyxexuSH95gs7YFp7eGBg4itIKYSfkk7aOha" +
    "IgURNRm/KQIDAQAA",
};
