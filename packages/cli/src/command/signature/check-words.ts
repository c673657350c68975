/** What each check of a signature establishes, for people. The ids are for programs. */
import type { Check, Language, Sentences } from '@tiemchung/core'
import type { AuditCheckId, SealedRecordCheckId, SignedRecordCheckId } from '@tiemchung/signing'
import { reasonSentence } from './reason-words.js'

type AnyCheckId =
  | SignedRecordCheckId
  | SealedRecordCheckId
  | AuditCheckId
  | 'record.envelope'
  | 'asked.facility'
  | 'asked.day'

const both = (vi: string, en: string): Sentences => ({ vi, en })

/** What has been shown when the check passed. */
const checkWords: Readonly<Record<AnyCheckId, Sentences>> = {
  'jws.form': both('Là một JWS đúng dạng.', 'It is a JWS in its form.'),
  'jws.header': both(
    'Phần đầu có đúng những gì chữ ký của cơ sở phải có.',
    "Its header has what a facility's signature has, and no more.",
  ),
  'jws.canonical': both(
    'Nội dung là JSON chính tắc (RFC 8785).',
    'Its content is canonical JSON (RFC 8785).',
  ),
  'jws.signature': both(
    'Chữ ký đúng với chứng thư số của bên ký.',
    "The signature holds under the signer's certificate.",
  ),
  'signer.chain': both(
    'Chuỗi chứng thư số dẫn đến một gốc tin cậy đã cho.',
    'The chain leads to an anchor that was given.',
  ),
  'signer.register': both(
    'Danh sách người được ký cho phép bên này ký cho cơ sở.',
    'The register lets this signer sign for the facility.',
  ),
  'signing.time': both(
    'Thời điểm ký được khai có thể đúng.',
    'The time that it claims can be true.',
  ),
  'signer.role': both('Vai trò của bên ký được phép ký.', "The signer's role may sign this."),
  'signing.timestamp': both('Mọi dấu thời gian đều đúng.', 'Every timestamp holds.'),
  'record.schema': both('Là một bản ghi mũi tiêm.', 'It is a dose record.'),
  'record.facility': both(
    'Phong bì nêu đúng cơ sở của bản ghi.',
    'The envelope names the facility of the record.',
  ),
  'record.envelope': both(
    'Phong bì có bản ghi ở dạng JSON chính tắc và nêu đúng bản ghi, đúng cơ sở.',
    'The envelope has the record in canonical JSON, and names it and its facility.',
  ),
  'signing.in-time': both('Ký trong thời hạn.', 'Signed in time.'),
  'record.amends': both(
    'Các bản ghi trước dẫn về bản ghi đầu tiên.',
    'The records before it lead to the first.',
  ),
  'seal.schema': both('Nội dung là một dấu ngày.', 'Its content is a day seal.'),
  'seal.envelope': both(
    'Phong bì nêu đúng cơ sở và ngày.',
    'The envelope names the same facility and day.',
  ),
  'record.facility-and-day': both(
    'Bản ghi thuộc cơ sở và ngày của dấu.',
    "The record is of the seal's facility and day.",
  ),
  'record.inclusion': both(
    'Bản ghi nằm dưới dấu ngày, không bị sửa.',
    'The record is under the seal, unchanged.',
  ),
  'seals.present': both('Có dấu ngày.', 'There are seals.'),
  'seals.valid': both('Mọi dấu ngày đều hợp lệ.', 'Every seal is valid.'),
  'seals.same-day': both(
    'Các dấu cùng một cơ sở và một ngày.',
    'The seals are of one facility and day.',
  ),
  'seals.unbroken': both(
    'Các dấu nối tiếp nhau, không thiếu, không rẽ nhánh.',
    'The seals are a chain without hole or fork.',
  ),
  'records.belong': both(
    'Mọi bản ghi trong danh sách đều thuộc về ngày này.',
    'Every record of the list belongs.',
  ),
  'records.complete': both(
    'Mọi bản ghi dưới các dấu đều có trong danh sách.',
    'Every record under the seals is in the list.',
  ),
  'asked.facility': both('Đúng cơ sở đã hỏi.', 'It is of the facility that was asked for.'),
  'asked.day': both('Đúng ngày đã hỏi.', 'It is of the day that was asked for.'),
}

/** What a check came to: why it did not pass, else what it has shown. */
export function checkSentence({ id, reason }: Check, language: Language): string {
  if (reason !== undefined) return reasonSentence(id, reason, language)
  const known = checkWords as Readonly<Record<string, Sentences>>
  return known[id]?.[language] ?? id
}
