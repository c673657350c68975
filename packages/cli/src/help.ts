/** What `--help` says, in both languages. */
import type { Language } from '@tiemchung/core'
import { type Command, Help } from 'commander'

const vi = {
  program: 'Kiểm tra, đối chiếu và xác minh bản ghi tiêm chủng của Việt Nam',
  help: 'xem cách dùng',
  helpCommand: 'xem cách dùng của một lệnh',
  version: 'xem phiên bản',
  lang: 'ngôn ngữ: vi (mặc định) hoặc en',
  verify:
    'xác minh văn bản của mã QR (HC1:…), tệp mỗi dòng một mã hoặc NDJSON, ảnh, PDF, mẫu tên tệp (*, ?, **); - là đầu vào chuẩn',
  trust:
    'tin ai: danh sách tin cậy (có hoặc không có chữ ký), danh sách gateway, danh sách DID, chứng thư số PEM hoặc DER; tự nhận loại; lặp lại được',
  trustAnchor: 'gốc tin cậy của danh sách gateway, PEM hoặc DER; lặp lại được',
  pin: 'SHA-256 của chứng thư số hoặc khoá, hoặc tệp khoá công khai của nơi phát hành; lặp lại được',
  maxAge: 'danh sách được cũ đến đâu: 36h hoặc 7d (mặc định 7d)',
  profile: 'tolerant (mặc định), strict, hoặc một tệp hồ sơ',
  ndjson: 'mỗi mã một đối tượng JSON trên một dòng, khi có',
  quiet: 'không in gì, chỉ trả mã thoát',
  names: 'in cả tên tệp (có thể chứa tên người)',
  anchor: 'chứng thư số gốc của một nước, PEM hoặc DER: VN=csca.pem',
  revocation: 'danh sách thu hồi, có hoặc không có chữ ký, rồi các phần thêm của nó; lặp lại được',
  at: 'xét tại thời điểm này thay vì bây giờ: 2022-06-01T08:00:00+07:00',
  verifyJson: 'một tài liệu JSON cho tất cả',
  list: 'kiểm tra danh sách (PL1 hoặc full; XLSX hoặc CSV) theo từng dòng; - là đầu vào chuẩn',
  writeBack: 'ghi ra sổ tính đã điền cột kết quả (chỉ với XLSX)',
  accept: 'nhận số được đề nghị khi mất số 0 ở đầu',
  listJson: 'mỗi điểm sai một đối tượng JSON trên một dòng',
  import:
    'đọc bảng tính riêng của cơ sở qua bản đồ cột: đề xuất bản đồ kèm độ tin cậy, đếm trước và sau; - là đầu vào chuẩn',
  columnMap: 'bản đồ cột; nếu chưa có thì ghi đề xuất vào đó để xem lại',
  importOut:
    'ghi danh sách theo mẫu (.xlsx hoặc .csv) khi không còn dòng có lỗi; mặc định không ghi',
  dryRun: 'không ghi danh sách, kể cả khi có --out',
  layout: 'mẫu: full (mặc định) hoặc pl1',
  listLayout: 'mẫu: pl1 (mặc định) hoặc full',
  encoding: 'bảng mã của CSV: utf-8 (mặc định), utf-16le, utf-16be, windows-1252, windows-1258',
  letters: 'chữ của phông cũ: tcvn3, vni hoặc utf-8-twice; mặc định là Unicode',
  importOn: 'ngày mà mã địa chỉ có hiệu lực và không ngày nào được sau đó, mặc định là hôm nay',
  importJson: 'mỗi cột, mỗi điểm sai và số đếm là một đối tượng JSON trên một dòng',
  sampleLists: 'ghi ba bảng tính mẫu còn lỗi để thử lệnh import',
  eligible: 'cho biết người từ 5 đến 17 tuổi đến hạn mũi COVID-19 nào, và vì sao',
  birth: 'ngày sinh: YYYY, YYYY-MM hoặc YYYY-MM-DD',
  dose: 'một mũi đã tiêm: 2022-04-20:comirnaty-10',
  infected:
    'ngày có triệu chứng đầu tiên hoặc xét nghiệm dương tính; no: chưa mắc; không ghi: chưa hỏi, không bao giờ đủ điều kiện',
  consent: 'agreed, refused hoặc none (mặc định)',
  screened: 'phiếu sàng lọc trả lời không cho cả tám mục',
  on: 'ngày cần xét, mặc định là hôm nay',
  eligibleJson: 'toàn bộ câu trả lời dưới dạng JSON',
  policyCommand: 'chính sách tiêm chủng dưới dạng văn bản: kiểm tra, xem thành trang',
  policyLint:
    'kiểm tra một chính sách hoặc một danh sách phiên bản (JSON, hoặc mã của chính sách kèm theo): lỗi ở đâu, sửa thế nào; - là đầu vào chuẩn',
  policyPage:
    'viết chính sách thành trang để đối chiếu với công văn, từng câu kèm văn bản; của danh sách thì lấy phiên bản mới nhất',
  pageFormat: 'markdown (mặc định) hoặc html',
  pageOut: 'ghi vào tệp thay vì in ra',
  pageDifferences: 'mỗi phiên bản trong danh sách đổi những gì',
  feedbackCommand: 'phản ánh của người dân: báo cáo theo đơn vị',
  feedbackReport:
    'mỗi đơn vị còn bao nhiêu phản ánh, bao nhiêu quá hạn (mỗi dòng một phản ánh JSON); mã thoát 1 khi có quá hạn; - là đầu vào chuẩn',
  feedbackUnits: 'danh sách đơn vị (JSON): level, unit, name, parent, lastLogIn',
  feedbackAt: 'tính tại thời điểm này thay vì bây giờ: 2022-06-01T08:00:00+07:00',
  feedbackFormat: 'json (mặc định), csv hoặc html',
  trustCommand: 'tin ai trên máy này: ghim, xem, cập nhật danh sách có chữ ký',
  trustPin:
    'ghim chứng thư số hoặc khoá của nơi phát hành bằng SHA-256 đã đối chiếu; thiếu --sha256 thì chỉ in SHA-256; VN=tệp nếu tệp không ghi quốc gia',
  trustUnpin: 'bỏ ghim',
  trustUpdate:
    'tải danh sách có chữ ký từ một địa chỉ https hoặc tệp, hoặc cập nhật mọi danh sách đã lưu; danh sách cũ hơn bị từ chối',
  trustShow: 'xem những gì đã ghim và tuổi của từng danh sách',
  sha256: 'SHA-256 đã đối chiếu với nơi phát hành',
  state: 'thư mục lưu, thay cho thư mục của hệ thống',
  offline: 'không tải gì, chỉ dùng danh sách đã lưu',
  samples:
    'ghi chứng nhận mẫu (hợp lệ, hết hạn, bị sửa, bị thu hồi, nơi cấp lạ) và danh sách tin cậy của chúng vào một thư mục',
  x509: 'vì sao một chuỗi chứng thư số X.509 không được tin: xác minh, xem, xét danh sách thu hồi',
  x509Verify:
    'xác minh một chứng thư số (PEM hoặc DER) lên đến một gốc tin cậy và in mọi bước kiểm tra; chứng thư số còn lại trong tệp là trung gian; - là đầu vào chuẩn',
  anchors: 'chứng thư số gốc được tin, có thể nhiều trong một tệp; lặp lại được',
  intermediate: 'chứng thư số trung gian, không cần tin; lặp lại được',
  purpose: 'any (mặc định), document-signing, time-stamping, hoặc OID của mục đích mở rộng',
  crls: 'danh sách thu hồi; lặp lại được',
  ocsp: 'phản hồi OCSP; lặp lại được',
  revocationPolicy:
    'hard-fail (mặc định khi có --crl hoặc --ocsp): phải chứng minh chưa bị thu hồi; soft-fail: bỏ qua khi không rõ; off',
  policy: 'OID của chính sách chứng thư được chấp nhận; lặp lại được',
  algorithms: 'modern (mặc định) hoặc legacy: cả SHA-1 và RSA từ 1024 bit, cho tài liệu lưu trữ',
  timestamp: 'dấu thời gian RFC 3161 (DER): thu hồi sau đó không tính ngược',
  stamped: 'tệp mà dấu thời gian được cấp cho, chẳng hạn giá trị chữ ký',
  timestampAnchors: 'gốc được tin về thời gian, mặc định là --anchors; lặp lại được',
  reportJson: 'bản báo cáo của thư viện, một đối tượng JSON trên một dòng',
  x509Show:
    'xem một tệp X.509 nói gì về chính nó (chứng thư số, danh sách thu hồi, phản hồi OCSP, dấu thời gian); không kiểm tra gì; - là đầu vào chuẩn',
  showJson: 'mỗi khối một đối tượng JSON trên một dòng',
  x509Crl: 'xét riêng một danh sách thu hồi, và một số sê-ri trên đó; - là đầu vào chuẩn',
  crlIssuer: 'chứng thư số của cơ quan phải là bên ký; thiếu thì không kiểm tra chữ ký',
  serial: 'số sê-ri cần hỏi, hệ mười sáu, có hay không có dấu hai chấm',
  crlCertificate: 'chứng thư số cần hỏi, thay cho số sê-ri',
  codes: `Mã thoát: 0 hợp lệ hoặc xong, 1 không hợp lệ, 2 chưa kết luận được, 64 sai cách dùng,
65 không đọc được đầu vào hoặc danh sách có lỗi, 70 lỗi bên trong.
Với nhiều đầu vào thì lấy mã tệ nhất, theo thứ tự 70, 64, 65, 1, 2, 0.`,
} as const

type Words = Readonly<Record<keyof typeof vi, string>>

const en: Words = {
  program: 'Check, match and verify vaccination records of Viet Nam',
  help: 'say how it is used',
  helpCommand: 'say how a command is used',
  version: 'say which version it is',
  lang: 'language: vi (default) or en',
  verify:
    'verify texts of QR codes (HC1:…), files with one a line or NDJSON, pictures, PDFs, patterns of names (*, ?, **); - is standard input',
  trust:
    'whom to believe: a trust list (signed or not), a gateway list, a DID list, certificates in PEM or DER; told by its content; repeatable',
  trustAnchor: 'trust anchor of a gateway list, PEM or DER; repeatable',
  pin: "SHA-256 of a certificate or key, or a file with the publisher's public key; repeatable",
  maxAge: 'how old a list may be: 36h or 7d (default 7d)',
  profile: 'tolerant (default), strict, or a file with a profile',
  ndjson: 'one JSON object a line, for each text as it is answered',
  quiet: 'print nothing; the exit code says it',
  names: 'show the names of files too (they may name a person)',
  anchor: "a country's authority, PEM or DER: VN=csca.pem",
  revocation: 'revocation list, signed or not, and deltas behind it; repeatable',
  at: 'judge at this instant, not now: 2022-06-01T08:00:00+07:00',
  verifyJson: 'one JSON document for all',
  list: 'check a list (PL1 or full; XLSX or CSV), row by row; - is standard input',
  writeBack: 'write the workbook with its last column filled (XLSX only)',
  accept: 'take what is offered for lost leading zeros',
  listJson: 'one JSON object a line, for each issue',
  import:
    "read a clinic's own sheet through a column map: proposes one with confidences, counts before and after; - is standard input",
  columnMap: 'the column map; where it is not there, a proposal is written to it for review',
  importOut:
    'write the list in the layout (.xlsx or .csv) once no row is refused; default: nowhere',
  dryRun: 'write no list, even with --out',
  layout: 'layout: full (default) or pl1',
  listLayout: 'layout: pl1 (default) or full',
  encoding: 'bytes of CSV: utf-8 (default), utf-16le, utf-16be, windows-1252, windows-1258',
  letters: 'letters of old fonts: tcvn3, vni or utf-8-twice; default Unicode',
  importOn: 'day as of which address codes hold and after which nothing happened, default today',
  importJson: 'one JSON object a line, for each column, each issue and the counts',
  sampleLists: 'write three dirty lists to try import on',
  eligible: 'say which COVID-19 dose is due for somebody from 5 to 17, and why',
  birth: 'YYYY, YYYY-MM or YYYY-MM-DD',
  dose: 'a dose that was given: 2022-04-20:comirnaty-10',
  infected:
    'day of the first symptom or positive test; no: never; absent: nobody asked, which is never eligible',
  consent: 'agreed, refused or none (default)',
  screened: 'the screening form has eight times no',
  on: 'the day to judge, default today',
  eligibleJson: 'the whole answer as JSON',
  policyCommand: 'eligibility policies as documents: check them, read them as a page',
  policyLint:
    'check a policy or a list of versions (JSON, or the id of a shipped one): what is wrong, where, how to mend it; - is standard input',
  policyPage:
    'write a policy as a page to hold against the dispatch, each sentence with its instrument; of a list the newest version',
  pageFormat: 'markdown (default) or html',
  pageOut: 'write to a file instead of printing',
  pageDifferences: 'what each version of the list changes',
  feedbackCommand: 'feedback of citizens: a report by unit',
  feedbackReport:
    'how many items are with each unit and how many are overdue (a JSON item a line); exit code 1 when any is; - is standard input',
  feedbackUnits: 'list of units (JSON): level, unit, name, parent, lastLogIn',
  feedbackAt: 'as of this instant, not now: 2022-06-01T08:00:00+07:00',
  feedbackFormat: 'json (default), csv or html',
  trustCommand: 'whom this machine believes: pin, show, update signed lists',
  trustPin:
    "pin a certificate or a publisher's key by the SHA-256 that you compared; without --sha256 it only prints the SHA-256; VN=file where the file names no country",
  trustUnpin: 'take a pin back',
  trustUpdate:
    'fetch a signed list from an https address or a file, or bring all kept lists up to date; an older list is refused',
  trustShow: 'show what is pinned, and the age of each list',
  sha256: 'the SHA-256 that you compared with the publisher',
  state: "folder to keep it in, instead of the system's",
  offline: 'fetch nothing, use the lists that are kept',
  samples:
    'write sample certificates (valid, expired, tampered, revoked, of an unknown issuer) and their trust list into a folder',
  x509: 'why an X.509 chain is not believed: verify, show, judge a revocation list',
  x509Verify:
    'verify a certificate (PEM or DER) up to an anchor and print every check; the others in its file are intermediates; - is standard input',
  anchors: 'certificates to trust, several in a file or one; repeatable',
  intermediate: 'certificates in between, not trusted; repeatable',
  purpose: 'any (default), document-signing, time-stamping, or the OID of an extended key usage',
  crls: 'revocation lists; repeatable',
  ocsp: 'OCSP responses; repeatable',
  revocationPolicy:
    'hard-fail (default with --crl or --ocsp): must be shown not to be revoked; soft-fail: passed over when unknown; off',
  policy: 'OID of an acceptable certificate policy; repeatable',
  algorithms: 'modern (default) or legacy: SHA-1 and RSA from 1024 bits as well, for archives',
  timestamp: 'RFC 3161 timestamp (DER): a later revocation does not reach back',
  stamped: 'the file that the timestamp was made for, such as a signature value',
  timestampAnchors: 'whom to trust about times, default --anchors; repeatable',
  reportJson: "the library's report, one JSON object on a line",
  x509Show:
    'show what an X.509 file says of itself (certificates, lists, OCSP responses, timestamps); nothing is checked; - is standard input',
  showJson: 'one JSON object a line, for each block',
  x509Crl: 'judge one revocation list, and a serial number on it; - is standard input',
  crlIssuer:
    'certificate of the authority that must have signed it; without, no signature is checked',
  serial: 'serial number to ask about, in hex, with or without colons',
  crlCertificate: 'certificate to ask about, instead of a serial number',
  codes: `Exit codes: 0 valid or done, 1 invalid, 2 indeterminate, 64 wrong use,
65 unreadable input or a list with errors, 70 internal error.
Of a batch the worst counts, in the order 70, 64, 65, 1, 2, 0.`,
}

export const helpWords: Readonly<Record<Language, Words>> = { vi, en }

/** The parser's own words. */
const ownWords: readonly (readonly [RegExp, string])[] = [
  [/^Usage:/, 'Cách dùng:'],
  [/^Arguments:/, 'Đối số:'],
  [/^Options:/, 'Tuỳ chọn:'],
  [/^Global Options:/, 'Tuỳ chọn chung:'],
  [/^Commands:/, 'Các lệnh:'],
  [/\[options\]/, '[tuỳ chọn]'],
  [/\[command\]/, '[lệnh]'],
]

function translated(text: string, language: Language): string {
  if (language === 'en') return text
  return ownWords.reduce((said, [english, vietnamese]) => said.replace(english, vietnamese), text)
}

const plain = new Help()

/** Makes a program help in a language; commands that are added later do as well. */
export function helpIn(root: Command, language: Language): void {
  const words = helpWords[language]
  root
    .description(words.program)
    .helpOption('-h, --help', words.help)
    .helpCommand('help [command]', words.helpCommand)
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => translated(title, language),
      commandUsage: (command) => translated(plain.commandUsage(command), language),
      subcommandTerm: (command) => translated(plain.subcommandTerm(command), language),
      // The defaults stand in our own sentences.
      optionDescription: ({ description }) => description,
    })
    .addHelpText('after', `\n${words.codes}`)
}
