import { defineCatalogue } from '@tiemchung/core'

/** The codes of the command line itself. */
export const errorCatalogue = defineCatalogue({
  'cli.file': {
    says: { vi: 'Không đọc được tệp.', en: 'The file cannot be read.' },
    who: 'operator',
    todo: { vi: 'Kiểm tra đường dẫn và quyền đọc.', en: 'Check the path and the permissions.' },
  },
  'cli.column-map': {
    says: { vi: 'Bản đồ cột không dùng được.', en: 'The column map cannot be used.' },
    who: 'operator',
    todo: {
      vi: 'Xem các điểm sai kèm theo; hoặc xoá tệp để được đề xuất lại.',
      en: 'See the issues that come with it; or remove the file to be proposed another.',
    },
  },
  'cli.no-heading': {
    says: { vi: 'Không tìm thấy dòng tiêu đề.', en: 'No row of headings was found.' },
    who: 'operator',
    todo: {
      vi: 'Thêm một dòng tiêu đề, hoặc cho biết bảng mã bằng --encoding, --letters.',
      en: 'Add a row of headings, or say the encoding with --encoding, --letters.',
    },
  },
  'cli.empty': {
    says: { vi: 'Đầu vào không có nội dung nào.', en: 'The input holds nothing.' },
    who: 'operator',
    todo: {
      vi: 'Kiểm tra tệp, hoặc lệnh đứng trước dấu |.',
      en: 'Check the file, or the command before the |.',
    },
  },
  'cli.not-utf8': {
    says: { vi: 'Tệp không phải văn bản UTF-8.', en: 'The file is not text in UTF-8.' },
    who: 'operator',
    todo: { vi: 'Lưu lại tệp ở dạng UTF-8.', en: 'Save the file as UTF-8.' },
  },
  'cli.json': {
    says: { vi: 'Tệp không phải JSON hợp lệ.', en: 'The file is not JSON.' },
    who: 'operator',
    todo: { vi: 'Tải lại tệp.', en: 'Fetch the file again.' },
  },
  'cli.ndjson': {
    says: {
      vi: 'Dòng bắt đầu bằng { nhưng không phải {"text": "HC1:…"}.',
      en: 'The line begins with { and is not {"text": "HC1:…"}.',
    },
    who: 'operator',
    todo: {
      vi: 'Ghi mỗi dòng một đối tượng JSON có text, và id nếu cần.',
      en: 'Write one JSON object a line with text, and id if you want one.',
    },
  },
  'cli.feedback-item': {
    says: { vi: 'Dòng này không phải một phản ánh.', en: 'The line is no feedback item.' },
    who: 'operator',
    todo: {
      vi: 'Xuất lại từ nền tảng, mỗi dòng một phản ánh dạng JSON.',
      en: 'Export them again from the platform, one JSON item a line.',
    },
  },
  'cli.day.unknown': {
    says: {
      vi: 'Thư mục chưa có danh sách của ngày tiêm nào.',
      en: 'No list of a day was ever put into the folder.',
    },
    who: 'operator',
    todo: { vi: 'Kiểm tra đường dẫn.', en: 'Check the path.' },
  },
  'cli.day.expected': {
    says: { vi: 'Đây không phải danh sách cơ sở.', en: 'This is no list of facilities.' },
    who: 'operator',
    todo: {
      vi: 'Ghi một mảng JSON các cơ sở theo định dạng facility.',
      en: 'Write a JSON array of facilities in the facility format.',
    },
  },
  'cli.no-match': {
    says: { vi: 'Không có tệp nào khớp với mẫu.', en: 'No file matches the pattern.' },
    who: 'operator',
    todo: {
      vi: 'Kiểm tra thư mục và mẫu; ** đi qua các thư mục con.',
      en: 'Check the folder and the pattern; ** goes through folders below.',
    },
  },
  'cli.no-code': {
    says: {
      vi: 'Không tìm thấy mã QR nào của chứng nhận.',
      en: 'No QR code of a certificate was found.',
    },
    who: 'citizen',
    todo: {
      vi: 'Chụp lại thẳng, đủ sáng, thấy trọn mã; hoặc gửi tệp gốc.',
      en: 'Take the picture again, straight, in good light and with the whole code; or send the original file.',
    },
  },
  'cli.no-pdftoppm': {
    says: {
      vi: 'PDF không đính kèm chứng nhận, và máy này không có pdftoppm để đọc ảnh các trang.',
      en: 'No certificate is attached to the PDF, and there is no pdftoppm here to read the pictures of its pages.',
    },
    who: 'operator',
    todo: {
      vi: 'Cài poppler (Debian, Ubuntu: apt install poppler-utils; macOS: brew install poppler; Windows: winget install oschwartz10612.Poppler), hoặc chụp màn hình trang đó và đưa ảnh vào.',
      en: 'Install poppler (Debian, Ubuntu: apt install poppler-utils; macOS: brew install poppler; Windows: winget install oschwartz10612.Poppler), or take a screenshot of the page and give the picture.',
    },
  },
  'cli.pdf': {
    says: { vi: 'Không đọc được PDF.', en: 'The PDF cannot be read.' },
    who: 'operator',
    todo: {
      vi: 'Mở tệp xem có hỏng hoặc có mật khẩu không; chụp màn hình trang và đưa ảnh vào.',
      en: 'Open the file to see whether it is damaged or has a password; take a screenshot and give the picture.',
    },
  },
  'cli.too-large': {
    says: { vi: 'Tệp quá lớn.', en: 'The file is too large.' },
    who: 'operator',
    todo: { vi: 'Chia nhỏ hoặc giảm kích thước tệp.', en: 'Split the file or make it smaller.' },
  },
  'cli.trust-kind': {
    says: {
      vi: 'Tệp không phải loại cần ở đây.',
      en: 'The file is not of a kind that is taken here.',
    },
    who: 'operator',
    todo: {
      vi: 'Đưa danh sách tin cậy hoặc chứng thư số cho --trust, danh sách thu hồi cho --revocation.',
      en: 'Give a trust list or certificates to --trust, and a revocation list to --revocation.',
    },
  },
  'cli.pin-kind': {
    says: {
      vi: 'Tệp không chứa chứng thư số hay khoá công khai.',
      en: 'The file holds no certificate and no public key.',
    },
    who: 'operator',
    todo: {
      vi: 'Đưa tệp PEM hoặc DER; danh sách thì dùng tiemchung trust update.',
      en: 'Give a PEM or DER file; for lists there is tiemchung trust update.',
    },
  },
  'cli.not-pinned': {
    says: {
      vi: 'Không có gì được ghim với SHA-256 này.',
      en: 'Nothing is pinned by this SHA-256.',
    },
    who: 'operator',
    todo: { vi: 'Xem tiemchung trust show.', en: 'See tiemchung trust show.' },
  },
  'cli.update-kind': {
    says: {
      vi: 'Đây không phải danh sách có chữ ký.',
      en: 'This is no signed list.',
    },
    who: 'operator',
    todo: {
      vi: 'Kiểm tra địa chỉ; danh sách không có chữ ký thì đưa cho verify bằng --trust.',
      en: 'Check the address; a list without a signature is given to verify by --trust.',
    },
  },
  'cli.state': {
    says: {
      vi: 'Không đọc được tệp ghi những gì đã ghim.',
      en: 'The file of what was pinned cannot be read.',
    },
    who: 'operator',
    todo: {
      vi: 'Khôi phục tệp, hoặc xoá đi rồi ghim lại; README cho biết chỗ lưu.',
      en: 'Restore the file, or delete it and pin again; the README says where it is.',
    },
  },
  'cli.country': {
    says: {
      vi: 'Chứng thư số không ghi quốc gia.',
      en: 'The certificate names no country.',
    },
    who: 'operator',
    todo: { vi: 'Ghi quốc gia: VN=tệp.', en: 'State it: VN=file.' },
  },
  'cli.x509-kind': {
    says: {
      vi: 'Tệp không chứa loại dữ liệu X.509 cần ở đây.',
      en: 'The file holds no X.509 data of the kind that is wanted here.',
    },
    who: 'operator',
    todo: {
      vi: 'Đưa tệp PEM hoặc DER đúng loại; tiemchung x509 show cho biết một tệp là gì.',
      en: 'Give a PEM or DER file of this kind; tiemchung x509 show says what a file is.',
    },
  },
  'cli.signature-kind': {
    says: {
      vi: 'Tệp không chứa loại tài liệu ký cần ở đây.',
      en: 'The file holds no signed document of the kind that is wanted here.',
    },
    who: 'operator',
    todo: {
      vi: 'Đưa dấu ngày (day-seal/1), bằng chứng (seal-proof/1) hoặc bản ghi đã ký (signed-record/1).',
      en: 'Give a day seal (day-seal/1), proofs (seal-proof/1) or signed records (signed-record/1).',
    },
  },
  'cli.no-password': {
    says: {
      vi: 'Không có mật khẩu hoặc mã PIN của khoá ký.',
      en: 'There is no password or PIN for the signing key.',
    },
    who: 'signer',
    todo: {
      vi: 'Nhập trên màn hình, hoặc cho biết chỗ lấy bằng --password-env, --password-fd.',
      en: 'Type it at a terminal, or say where it is with --password-env or --password-fd.',
    },
  },
  'cli.certificate-time': {
    says: {
      vi: 'Chứng thư số của bên ký không có hiệu lực lúc này: mọi chữ ký đều sẽ bị từ chối.',
      en: "The signer's certificate is not in force now: every signature would be refused.",
    },
    who: 'signer',
    todo: {
      vi: 'Kiểm tra đồng hồ của máy; gia hạn chứng thư số.',
      en: "Look at the machine's clock; renew the certificate.",
    },
  },
  'cli.progress-missing': {
    says: {
      vi: 'Thư mục này có dấu ngày hoặc chữ ký nhưng không có tiến độ: ký nữa thì có thể ký hai lần.',
      en: 'This folder has seals or signatures and not the progress that they came of: signing could sign twice.',
    },
    who: 'operator',
    todo: {
      vi: 'Đặt lại tệp progress.ndjson; hoặc chỉ ký bản ghi muộn, vào thư mục khác, với --after là dấu ngày cuối cùng.',
      en: 'Put progress.ndjson back; or sign late records alone, into another folder, with --after and the last seal.',
    },
  },
  'cli.in-use': {
    says: {
      vi: 'Một tiến trình khác đang ký vào thư mục này.',
      en: 'Another process is signing into this folder.',
    },
    who: 'operator',
    todo: { vi: 'Chờ tiến trình đó xong rồi chạy lại.', en: 'Wait for it to end, then run again.' },
  },
  'cli.write': {
    says: { vi: 'Không ghi được tệp.', en: 'The file cannot be written.' },
    who: 'operator',
    todo: { vi: 'Kiểm tra thư mục và quyền ghi.', en: 'Check the folder and the permissions.' },
  },
  'cli.use': {
    says: { vi: 'Sai cách dùng lệnh.', en: 'The command was used wrongly.' },
    who: 'operator',
    todo: { vi: 'Chạy lại với --help.', en: 'Run it with --help.' },
  },
})
