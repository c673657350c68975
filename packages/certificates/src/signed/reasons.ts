/** Why a signed document or list is not believed, as a word for programs and a sentence for people. */
import { type CatalogueEntry, defineCatalogue } from '@tiemchung/core'

type Two = readonly [vi: string, en: string]

function entry(who: CatalogueEntry['who'], says: Two, todo: Two): CatalogueEntry {
  return { says: { vi: says[0], en: says[1] }, who, todo: { vi: todo[0], en: todo[1] } }
}

const fetchAgain: Two = [
  'Không dùng; tải lại tài liệu từ nơi phát hành.',
  'Do not use it; fetch the document again from its publisher.',
]
const askPublisher: Two = [
  'Không dùng; hỏi nơi phát hành danh sách.',
  'Do not use it; ask the publisher of the list.',
]
const givePin: Two = [
  'Ghim khoá công khai của nơi phát hành, lấy qua một kênh khác.',
  'Pin the public key of the publisher, which you got through another channel.',
]

const setClock: Two = [
  'Chỉnh lại đồng hồ của thiết bị rồi thử lại.',
  'Set the clock of the device, then try again.',
]
const fetchFresh: Two = ['Tải danh sách mới rồi thử lại.', 'Fetch a fresh list, then try again.']

/** The reasons of signed documents. */
export const signedReasons = /* @__PURE__ */ defineCatalogue(() => ({
  'too-large': entry(
    'operator',
    ['Tài liệu lớn hơn giới hạn cho phép.', 'The document is larger than the cap.'],
    askPublisher,
  ),
  'not-signed': entry(
    'operator',
    [
      'Đây không phải tài liệu đã ký dạng JWS JSON rút gọn.',
      'This is no document signed as flattened JWS JSON.',
    ],
    fetchAgain,
  ),
  'duplicate-member': entry(
    'operator',
    ['Một tên trường JSON xuất hiện hai lần.', 'A name stands twice in the JSON.'],
    askPublisher,
  ),
  'critical-header': entry(
    'operator',
    [
      'Phần đầu chữ ký đòi hiểu một tham số mà tài liệu của chúng tôi không có.',
      'The header asks for a parameter to be understood that our documents do not have.',
    ],
    askPublisher,
  ),
  'unknown-header': entry(
    'operator',
    ['Phần đầu chữ ký có tham số lạ.', 'The header has a parameter that our documents do not.'],
    askPublisher,
  ),
  'type-differs': entry(
    'operator',
    [
      'Tài liệu thuộc loại khác: danh sách này không thay được danh sách kia.',
      'The document is of another type: one list cannot stand for another.',
    ],
    fetchAgain,
  ),
  'algorithm-not-allowed': entry(
    'operator',
    [
      'Thuật toán ký không được phép: chỉ ES256 và PS256.',
      'The algorithm is not allowed: only ES256 and PS256 are.',
    ],
    askPublisher,
  ),
  'algorithm-not-of-key': entry(
    'operator',
    ['Thuật toán không khớp với loại khoá.', 'The algorithm is not the one of the key.'],
    askPublisher,
  ),
  'key-id-missing': entry(
    'operator',
    ['Không nêu khoá nào đã ký.', 'It does not say which key signed it.'],
    askPublisher,
  ),
  'no-pins': entry(
    'operator',
    ['Chưa ghim khoá nào của nơi phát hành.', 'No key of the publisher is pinned.'],
    givePin,
  ),
  'key-not-pinned': entry(
    'operator',
    [
      'Tài liệu do một khoá không được ghim ký.',
      'The document is signed by a key that is not pinned.',
    ],
    [
      'Không dùng; nếu nơi phát hành đã đổi khoá, ghim khoá mới sau khi kiểm tra qua kênh khác.',
      'Do not use it; when the publisher has changed keys, pin the new one after checking it through another channel.',
    ],
  ),
  'key-missing': entry(
    'operator',
    [
      'Chỉ có dấu vân tay của khoá, chưa có khoá.',
      'Only the pin of the key is known, not the key.',
    ],
    ['Truyền thêm khoá công khai.', 'Pass the public key as well.'],
  ),
  'key-not-allowed': entry(
    'operator',
    [
      'Khoá được ghim không ký được tài liệu: chỉ P-256 hoặc RSA từ 2048 bit.',
      'The pinned key is of a kind that signs no documents: P-256, or RSA of 2048 bits and more.',
    ],
    askPublisher,
  ),
  'signature-does-not-hold': entry(
    'operator',
    [
      'Chữ ký không đúng: tài liệu bị sửa hoặc không do khoá này ký.',
      'The signature does not hold: the document was changed, or another key signed it.',
    ],
    fetchAgain,
  ),
  'not-a-document': entry(
    'operator',
    ['Nội dung được ký không phải một đối tượng JSON.', 'What is signed is not a JSON object.'],
    askPublisher,
  ),
}))

/** A reason why a signed document is not believed. */
export type SignedReason = keyof typeof signedReasons

/** The reasons of signed lists, beside those of their signature. */
export const snapshotReasons = /* @__PURE__ */ defineCatalogue(() => ({
  'earlier-check': entry(
    'operator',
    [
      'Chưa kiểm tra vì mục trước không đạt.',
      'Not checked, because an earlier check did not pass.',
    ],
    ['Xem mục không đạt trước đó.', 'See the check before it.'],
  ),
  malformed: entry(
    'operator',
    ['Danh sách đã ký sai định dạng.', 'The signed list is of another shape.'],
    askPublisher,
  ),
  'sequence-missing': entry(
    'operator',
    ['Danh sách đã ký không có số thứ tự.', 'The signed list has no sequence number.'],
    askPublisher,
  ),
  'first-seen': entry(
    'operator',
    [
      'Chưa từng thấy danh sách nào nên không so được số thứ tự.',
      'No list was seen before, so there is no number to compare with.',
    ],
    ['Lưu trạng thái trả về cho lần sau.', 'Keep the state for the next time.'],
  ),
  'rolled-back': entry(
    'operator',
    [
      'Danh sách số {sequence} cũ hơn danh sách số {seen} đã thấy.',
      'The list has number {sequence}, and number {seen} was seen before.',
    ],
    [
      'Không dùng; có người đưa lại danh sách cũ, hoặc máy chủ chưa cập nhật.',
      'Do not use it; somebody hands out an old list, or a server lags behind.',
    ],
  ),
  replaced: entry(
    'operator',
    [
      'Cùng số thứ tự {sequence} nhưng nội dung khác với danh sách đã thấy.',
      'The list has the number {sequence} of the one seen before, and says something else.',
    ],
    [
      'Không dùng; báo ngay cho nơi phát hành danh sách.',
      'Do not use it; tell the publisher of the list at once.',
    ],
  ),
  'clock-set-back': entry(
    'operator',
    [
      'Đồng hồ chỉ sớm hơn lần mở danh sách trước.',
      'The clock is behind the last time that a list was opened.',
    ],
    setClock,
  ),
  'issued-later': entry(
    'operator',
    ['Danh sách được lập ở tương lai.', 'The list was issued after this instant.'],
    setClock,
  ),
  stale: entry(
    'operator',
    ['Danh sách đã quá hạn cập nhật.', 'The next update of the list is overdue.'],
    fetchFresh,
  ),
  'too-old': entry(
    'operator',
    [
      'Danh sách đã quá {maxAgeHours} giờ kể từ khi lập.',
      'The list was issued more than {maxAgeHours} hours ago.',
    ],
    fetchFresh,
  ),
}))
