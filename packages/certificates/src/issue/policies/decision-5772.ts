import type { CivilDate } from '@tiemchung/core'
import type { IssuePolicy } from '../issue-policy.js'

const mrna = '1119349007'
const vector = '29061000087103'
const inactivated = '1157024006'
const generic = '28531000087107'

/** Certificates as Decision 5772/QĐ-BYT has them issued: 12 months, complete course, eight vaccines. */
export const decision5772: IssuePolicy = {
  format: 'certificate-issue/1',
  id: 'vn-5772',
  version: '1.0.0',
  effective: { from: '2021-12-20' as CivilDate, to: null },
  published: '2021-12-20' as CivilDate,
  sources: [
    {
      id: '5772',
      number: '5772/QĐ-BYT',
      date: '2021-12-20' as CivilDate,
      issuer: 'Bộ Y tế',
      url: 'https://hethongphapluat.vn/quyet-dinh-5772-qd-byt-nam-2021-ve-bieu-mau-va-quy-trinh-cap-ho-chieu-vac-xin-do-bo-truong-bo-y-te-ban-hanh.html',
      confidence: 'secondary',
    },
    {
      id: 'valuesets',
      number: 'ehn-dcc-valuesets 2.12.0',
      issuer: 'eHealth Network',
      url: 'https://github.com/ehn-dcc-development/ehn-dcc-valuesets',
      confidence: 'text',
    },
  ],
  assumptions: [
    {
      id: 'lifetime',
      says: {
        vi: 'Mã QR hết hạn sau 12 tháng theo nguồn thứ cấp; chứng nhận mẫu thực tế dài khoảng 33 tháng. Chọn 12 tháng.',
        en: 'A secondary source says the code expires after 12 months; a real sample lasts about 33. 12 months it is.',
      },
    },
    {
      id: 'lifetime-overflow',
      says: {
        vi: 'Tháng đích không có ngày đó thì lấy ngày cuối tháng, để không dài quá 12 tháng.',
        en: 'Where the target month lacks the day its last day counts, so that 12 months are not exceeded.',
      },
    },
    {
      id: 'vero-cell',
      says: {
        vi: 'Vero Cell là BBIBP-CorV hoặc WIBP-CorV; mã cũ Inactivated-SARS-CoV-2-Vero-Cell không còn được cấp.',
        en: 'Vero Cell is BBIBP-CorV or WIBP-CorV; the old Inactivated-SARS-CoV-2-Vero-Cell is issued no more.',
      },
    },
    {
      id: 'renewal',
      says: {
        vi: 'Không văn bản nào nói về chứng nhận cũ khi gia hạn. Bản mới có mã mới, để thu hồi theo mã chỉ trúng một bản; bản cũ vẫn đúng nên để tự hết hạn.',
        en: 'No text says what becomes of the old one. The new one has a new id, so that revoking by id hits one of them; the old one is still right and is left to expire.',
      },
    },
  ],
  lifetime: 'P12M',
  completeCourseOnly: true,
  products: [
    { vp: vector, mp: 'EU/1/21/1529', ma: 'ORG-100001699' },
    { vp: mrna, mp: 'EU/1/20/1528', ma: 'ORG-100030215' },
    { vp: mrna, mp: 'EU/1/20/1507', ma: 'ORG-100031184' },
    { vp: vector, mp: 'EU/1/20/1525', ma: 'ORG-100001417' },
    { vp: vector, mp: 'Sputnik-V', ma: 'Gamaleya-Research-Institute' },
    { vp: generic, mp: 'Abdala', ma: 'CIGB' },
    { vp: inactivated, mp: 'Hayat-Vax', ma: 'ORG-100023050' },
    { vp: inactivated, mp: 'BBIBP-CorV', ma: 'ORG-100020693' },
    { vp: inactivated, mp: 'WIBP-CorV', ma: 'Sinopharm-WIBP' },
  ],
  renewal: { certificateId: 'new', previous: 'keep' },
}
