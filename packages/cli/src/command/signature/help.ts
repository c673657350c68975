/** What `--help` says of the commands about signatures, in both languages. */
import type { Language } from '@tiemchung/core'

const vi = {
  sign: 'ký bản ghi bằng khoá trong tệp hoặc thiết bị (token)',
  signDay:
    'ký các bản ghi của một cơ sở trong một ngày (JSON: một mảng, hoặc mỗi dòng một bản ghi) vào thư mục --out; chạy lại thì làm tiếp, không ký gì hai lần; - là đầu vào chuẩn',
  out: 'thư mục ghi dấu ngày, bằng chứng, bản ghi và tiến độ; giữ như giữ bản ghi',
  each: 'mỗi bản ghi một chữ ký, thay cho một dấu ngày cho tất cả',
  key: 'khoá riêng, PKCS#8 dạng PEM, có hoặc không có mật khẩu',
  chain: 'chuỗi chứng thư số, của bên ký đứng đầu, PEM hoặc DER; lặp lại được',
  pkcs12: 'tệp .p12 hoặc .pfx có khoá và chuỗi chứng thư số',
  pkcs11: 'thư viện PKCS#11 của thiết bị (.so, .dylib, .dll)',
  token: 'số sê-ri hoặc nhãn của thiết bị, khi có nhiều thiết bị',
  tokenKey: 'mã (hệ mười sáu) hoặc nhãn của khoá, khi thiết bị có nhiều khoá',
  certificate: 'SHA-256 của chứng thư số, khi có nhiều chứng thư số',
  passwordEnv: 'biến môi trường chứa mật khẩu hoặc mã PIN; mặc định hỏi trên màn hình',
  passwordFd: 'số của một tệp đang mở, dòng đầu là mật khẩu hoặc mã PIN',
  signFacility: 'mã cơ sở, khi các bản ghi không cùng một cơ sở',
  signDayOf: 'ngày, khi các bản ghi không cùng một ngày',
  after: 'dấu ngày cuối cùng đã có, khi thư mục --out không có',
  completeness:
    'covid-2022-same-day (mặc định), niis-2026, hoặc tệp chính sách đầy đủ: bản ghi nào được ký',
  signJson: 'một đối tượng JSON: số đã ký, những gì chưa ký và vì sao, các tệp',
  verifySeal:
    'xác minh dấu ngày, và bản ghi dưới dấu với bằng chứng; đọc cả tệp sealed-record/1; - là đầu vào chuẩn',
  sealRecord: 'bản ghi được cho là nằm dưới dấu; lặp lại được',
  sealProof: 'bằng chứng của các bản ghi; lặp lại được',
  askedFacility: 'dấu phải của cơ sở này',
  askedDay: 'dấu phải của ngày này',
  verifyRecord:
    'xác minh bản ghi đã ký (signed-record/1, JWS dạng gọn mỗi dòng một chữ ký, hoặc dạng phẳng); - là đầu vào chuẩn',
  beside: 'bản ghi gửi rời với chữ ký; lặp lại được',
  earlier: 'các bản ghi đã ký mà bản đính chính thay thế; lặp lại được',
  trustRoots:
    'chứng thư số gốc được tin của bên ký; lặp lại được; không có thì không bao giờ hợp lệ',
  register: 'danh sách người được ký; không có thì không kiểm tra bên ký có quyền hay không',
  signingPolicy: '1815, hoặc tệp chính sách ký: ai được ký và đến khi nào',
  timestampRoots: 'gốc được tin về thời gian; lặp lại được',
  signerPurpose: 'document-signing (mặc định), any, hoặc OID của mục đích mở rộng',
  audit:
    'đối chiếu cả ngày của một cơ sở trong thư mục do sign day ghi: bản ghi nào không thuộc về và vì sao, thiếu bản ghi nào',
  auditRecords: 'danh sách bản ghi cần đối chiếu, thay cho bản ghi trong thư mục; lặp lại được',
  auditJson: 'một đối tượng JSON',
  reportsJson: 'mỗi bản báo cáo một đối tượng JSON trên một dòng',
} as const

type Words = Readonly<Record<keyof typeof vi, string>>

const en: Words = {
  sign: 'sign records with a key in a file or a token',
  signDay:
    "sign the records of a facility's day (JSON: a list, or a record a line) into the folder --out; run again it goes on and signs nothing twice; - is standard input",
  out: 'folder for the seal, the proofs, the records and the progress; keep it as you keep records',
  each: 'a signature for each record, instead of one seal over all',
  key: 'private key, PKCS#8 in PEM, locked or open',
  chain: "chain of certificates, the signer's own first, PEM or DER; repeatable",
  pkcs12: '.p12 or .pfx with the key and its chain',
  pkcs11: 'PKCS#11 library of the token (.so, .dylib, .dll)',
  token: 'serial number or label of the token, where there are several',
  tokenKey: 'id (hex) or label of the key, where the token has several',
  certificate: 'SHA-256 of the certificate, where there are several',
  passwordEnv:
    'variable of the environment with the password or PIN; default: asks at the terminal',
  passwordFd: 'number of an open file whose first line is the password or PIN',
  signFacility: 'code of the facility, where the records do not agree',
  signDayOf: 'the day, where the records do not agree',
  after: 'the last seal of the day, where the folder --out has none',
  completeness:
    'covid-2022-same-day (default), niis-2026, or a file with a completeness policy: what may be signed',
  signJson: 'one JSON object: how many are signed, what is not and why, the files',
  verifySeal:
    'verify day seals, and records under them with their proofs; files of sealed-record/1 as well; - is standard input',
  sealRecord: 'records that are said to be under the seal; repeatable',
  sealProof: 'proofs of the records; repeatable',
  askedFacility: 'the seal is to be of this facility',
  askedDay: 'the seal is to be of this day',
  verifyRecord:
    'verify signed records (signed-record/1, compact JWS one a line, or flattened); - is standard input',
  beside: 'records that were sent beside their signatures; repeatable',
  earlier: 'signed records that amendments replace; repeatable',
  trustRoots: 'roots to trust for signers; repeatable; without, nothing is ever valid',
  register: 'the signer register; without, nobody asks whether the signer may sign',
  signingPolicy: '1815, or a file with a signing policy: who may sign, and until when',
  timestampRoots: 'roots to trust about times; repeatable',
  signerPurpose: 'document-signing (default), any, or the OID of an extended key usage',
  audit:
    "hold a facility's whole day, in a folder as sign day writes it, against its seals: which records do not belong and why, which are missing",
  auditRecords: 'the records to hold against the seals, instead of those of the folder; repeatable',
  auditJson: 'one JSON object',
  reportsJson: 'one JSON object a line, for each report',
}

export const signatureWords: Readonly<Record<Language, Words>> = { vi, en }
