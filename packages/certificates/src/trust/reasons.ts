/** Why a key of a list is left out, as a word for programs and a sentence for people. */
import { type CatalogueEntry, type Check, sentencesFor, defineCatalogue } from '@tiemchung/core'
import { signedReasons, snapshotReasons } from '../signed/index.js'

type Two = readonly [vi: string, en: string]

function entry(says: Two, todo: Two): CatalogueEntry {
  return {
    says: { vi: says[0], en: says[1] },
    who: 'operator',
    todo: { vi: todo[0], en: todo[1] },
  }
}

const askPublisher: Two = [
  'Khoá này bị bỏ qua; báo cho nơi phát hành danh sách.',
  'This key is left out; tell the publisher of the list.',
]
const nothing: Two = ['Không cần làm gì.', 'Nothing to do.']
const getAnchor: Two = [
  'Lấy chứng thư số gốc qua một kênh khác rồi nạp lại.',
  'Get the authority’s certificate through another channel, then load again.',
]
const compare: Two = [
  'Không dùng; so lại SHA-256 với nơi phát hành qua điện thoại hoặc văn bản.',
  'Do not use it; compare the SHA-256 with its publisher by telephone or on paper.',
]
const fetchFresh: Two = ['Tải danh sách mới rồi nạp lại.', 'Fetch a fresh list, then load again.']

/** The reasons of the checks of lists and of certificates on them. */
export const trustReasons = /* @__PURE__ */ defineCatalogue(() => ({
  unreadable: entry(
    ['Không đọc được chứng thư số hoặc khoá.', 'The certificate or key cannot be read.'],
    askPublisher,
  ),
  'thumbprint-differs': entry(
    ['Dấu vân tay không phải của chứng thư số.', 'The thumbprint is not that of the certificate.'],
    askPublisher,
  ),
  'key-id-differs': entry(
    ['Mã khoá không phải của chứng thư số.', 'The key id is not that of the certificate.'],
    askPublisher,
  ),
  'key-differs': entry(
    [
      'Khoá và chứng thư số đi kèm không khớp nhau.',
      'The key and the certificate beside it are not the same.',
    ],
    askPublisher,
  ),
  'country-differs': entry(
    [
      'Chứng thư số thuộc quốc gia khác với danh sách.',
      'The certificate is of another country than the list says.',
    ],
    askPublisher,
  ),
  'country-unknown': entry(
    ['Không biết chứng thư số thuộc quốc gia nào.', 'The country of the key is not known.'],
    [
      'Nêu quốc gia của bên tham gia này rồi nạp lại.',
      'State the country of this participant, then load again.',
    ],
  ),
  'no-certificate': entry(
    ['Khoá không kèm chứng thư số.', 'The key comes without its certificate.'],
    askPublisher,
  ),
  'no-pin': entry(
    ['Chưa nêu SHA-256 của chứng thư số.', 'The SHA-256 of the certificate is not stated.'],
    compare,
  ),
  'pin-differs': entry(
    [
      'Chứng thư số không có SHA-256 đã ghim.',
      'The certificate does not have the SHA-256 that is pinned.',
    ],
    compare,
  ),
  'not-a-signer': entry(
    ['Chứng thư số không dùng để ký chứng nhận.', 'The certificate is not for signing.'],
    nothing,
  ),
  'other-domain': entry(['Khoá thuộc lĩnh vực khác.', 'The key is of another domain.'], nothing),
  'other-type': entry(['Mục thuộc loại khác.', 'The item is of another type.'], nothing),
  withdrawn: entry(
    ['Khoá không còn hiệu lực theo danh sách trạng thái.', 'The key is not in force any more.'],
    nothing,
  ),
  'usage-not-allowed': entry(
    ['Chứng thư số không được dùng để ký.', 'The certificate may not sign.'],
    askPublisher,
  ),
  'not-an-authority': entry(
    [
      'Chứng thư số được nêu là gốc nhưng không phải của bên cấp.',
      'The certificate stands as an authority and is none.',
    ],
    askPublisher,
  ),
  'an-authority': entry(
    [
      'Chứng thư số của bên cấp lại được nêu là của bên tải lên.',
      'An authority’s certificate stands as an uploader’s.',
    ],
    askPublisher,
  ),
  expired: entry(['Chứng thư số đã hết hạn.', 'The certificate has expired.'], fetchFresh),
  'not-yet-valid': entry(
    ['Chứng thư số chưa có hiệu lực.', 'The certificate is not valid yet.'],
    ['Kiểm tra đồng hồ của thiết bị.', 'Check the clock of the device.'],
  ),
  'no-anchors': entry(
    ['Chưa có chứng thư số gốc nào của quốc gia này.', 'No authority of this country is known.'],
    getAnchor,
  ),
  'no-trust-anchor': entry(
    [
      'Chưa có chứng thư số gốc (trust anchor) của cổng.',
      'The trust anchor of the gateway is not known.',
    ],
    getAnchor,
  ),
  'trust-anchor-expired': entry(
    ['Chứng thư số gốc của cổng đã hết hạn.', 'The trust anchor of the gateway has run out.'],
    getAnchor,
  ),
  'no-upload-certificate': entry(
    [
      'Danh sách không có chứng thư số tải lên hợp lệ của quốc gia này.',
      'No upload certificate of this country holds.',
    ],
    [
      'Nạp danh sách đầy đủ của cổng, hoặc truyền chứng thư số tải lên.',
      'Load the whole list of the gateway, or pass the upload certificate.',
    ],
  ),
  'not-followed': entry(
    [
      'Mục chỉ dẫn tới tài liệu khác, không tự tải.',
      'The entry refers to another document, which is not followed.',
    ],
    ['Tải tài liệu đó và nạp cùng lúc.', 'Fetch that document and load it together with this one.'],
  ),
  chain: entry(
    [
      'Chuỗi chứng thư số không đạt ở mục {check}.',
      'The certificate chain does not hold at {check}.',
    ],
    [
      'Khoá này bị bỏ qua; `tiemchung x509 verify` cho biết chi tiết.',
      'This key is left out; `tiemchung x509 verify` tells more.',
    ],
  ),
  cms: entry(
    [
      'Chữ ký của bên đưa chứng thư số lên không đúng ({check}).',
      'The signature of whoever put the certificate forward does not hold ({check}).',
    ],
    askPublisher,
  ),
  stale: entry(
    ['Danh sách đã quá hạn cập nhật.', 'The next update of the list is overdue.'],
    fetchFresh,
  ),
  'not-yet-issued': entry(
    ['Danh sách được lập ở tương lai.', 'The list was issued after this instant.'],
    ['Kiểm tra đồng hồ của thiết bị.', 'Check the clock of the device.'],
  ),
}))

/** A reason of the chain or of a CMS signature, which says more than the list does, by its check. */
function behind(check: Check): CatalogueEntry | undefined {
  const by = String(check.params?.['check'])
  if (by.startsWith('cms.')) return trustReasons.cms
  return by.startsWith('path.') ? trustReasons.chain : undefined
}

/**
 * The sentences of a check of a trust list or of a signed list that did not pass, who can act, and what to do;
 * undefined when it passed.
 *
 * @example
 * ```ts
 * import { type LoadedSigners, explainTrustCheck } from '@tiemchung/certificates/trust'
 * const sentences = ({ report }: LoadedSigners) =>
 *   report.checks.flatMap((check) => explainTrustCheck(check)?.says.vi ?? [])
 * ```
 */
export function explainTrustCheck(check: Check): CatalogueEntry | undefined {
  if (check.status === 'passed' || check.reason === undefined) return undefined
  const own: Readonly<Record<string, CatalogueEntry>> = check.id.startsWith('snapshot.')
    ? { ...signedReasons, ...snapshotReasons }
    : trustReasons
  const found = Object.hasOwn(own, check.reason) ? own[check.reason] : behind(check)
  return found && { ...found, says: sentencesFor(found, check.params) }
}
