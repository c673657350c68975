import type { Sentences } from '@tiemchung/core'
import { ownExtensionUrl } from './systems.js'

/** What an extension of ours says, and where it stands. */
export interface ExtensionDefinition {
  readonly url: string
  /** Elements that it stands on. */
  readonly context: readonly string[]
  /** The type of its value, or the names and types of its parts. */
  readonly value: string | Readonly<Record<string, string>>
  readonly says: Sentences
}

const said = (
  name: string,
  context: readonly string[],
  value: ExtensionDefinition['value'],
  vi: string,
  en: string,
): ExtensionDefinition => ({ url: ownExtensionUrl(name), context, value, says: { vi, en } })

/** The extensions that records need where FHIR R4 and the profiles have no element. */
export const ownExtensions = {
  residence: said(
    'residence',
    ['Address'],
    'code',
    'Nơi thường trú (permanent) hay nơi ở hiện tại (current).',
    'Permanent residence, or where the person lives now.',
  ),
  workplace: said(
    'workplace',
    ['Patient'],
    'string',
    'Trường, lớp hoặc nơi làm việc.',
    'School and class, or workplace.',
  ),
  priorityGroup: said(
    'priority-group',
    ['Patient'],
    'positiveInt',
    'Nhóm đối tượng ưu tiên, 1 đến 16.',
    'Priority group, 1 to 16.',
  ),
  ethnicGroup: said(
    'ethnic-group',
    ['Patient'],
    'Coding',
    'Dân tộc, khi hồ sơ không có phần mở rộng riêng.',
    'Ethnic group, where the profile has no extension of its own.',
  ),
  noIdentityDocument: said(
    'no-identity-document',
    ['Patient'],
    'code',
    'Vì sao không có giấy tờ tuỳ thân.',
    'Why there is no identity document.',
  ),
  passportCountry: said(
    'passport-country',
    ['Identifier'],
    'code',
    'Nước cấp hộ chiếu, ISO 3166-1.',
    'Country that issued a passport, ISO 3166-1.',
  ),
  screening: said(
    'screening',
    ['Immunization'],
    { item: 'code' },
    'Tám mục sàng lọc trước tiêm, 5002/QĐ-BYT: yes, no hoặc unknown.',
    'The eight items of the screening, 5002/QĐ-BYT: yes, no or unknown.',
  ),
  consent: said(
    'consent',
    ['Immunization'],
    { state: 'code', by: 'code', name: 'string', phone: 'string', date: 'date' },
    'Phiếu đồng ý tiêm chủng, phụ lục 1535/BYT-DP.',
    'The consent, annex of 1535/BYT-DP.',
  ),
  examination: said(
    'examination',
    ['Immunization'],
    { temperature: 'string', pulse: 'positiveInt', conclusion: 'code', by: 'string' },
    'Dấu hiệu sinh tồn và kết luận trên phiếu sàng lọc.',
    'Vital signs and the written conclusion of the screening form.',
  ),
  reaction: said(
    'reaction',
    ['Immunization.reaction'],
    { what: 'code', grade: 'positiveInt', outcome: 'code', note: 'string' },
    'Phản ứng sau tiêm: loại, mức độ, diễn biến.',
    'A reaction: what, how grave, and what became of it.',
  ),
  identityEvidence: said(
    'identity-evidence',
    ['Immunization'],
    { status: 'code', verification: 'uuid', at: 'dateTime', because: 'code' },
    'Kết quả xác thực danh tính.',
    'How far the identity is settled, and by whose word.',
  ),
  doseDate: said(
    'dose-date',
    ['Immunization'],
    'date',
    'Ngày tiêm, khi giờ tiêm rơi vào ngày khác.',
    'The day of the dose, where its time falls on another.',
  ),
  amendment: said(
    'amendment',
    ['Provenance.entity'],
    { hash: 'string', first: 'uuid', feedback: 'uuid' },
    'Mã băm của bản ghi được thay, bản ghi đầu tiên và phản ánh liên quan.',
    'Hash of the replaced record, first record of the chain, and the feedback.',
  ),
  decimalText: said(
    'decimal-text',
    ['Quantity.value'],
    'string',
    'Số thập phân đúng như đã viết, ví dụ 0.20.',
    'The decimal as it was written, such as 0.20.',
  ),
  issueParameter: said(
    'issue-parameter',
    ['OperationOutcome.issue'],
    { name: 'string', value: 'string | decimal | boolean' },
    'Tham số trong câu báo lỗi.',
    "A parameter of the finding's sentence.",
  ),
} as const satisfies Readonly<Record<string, ExtensionDefinition>>

/** The name of an extension of ours. */
export type OwnExtensionName = keyof typeof ownExtensions
