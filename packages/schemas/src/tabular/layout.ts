/** The workbooks that a clinic hands over: their columns, headings and the names those go by. */

/** How a column's cells are read. */
export type CellKind =
  | 'text'
  | 'lot'
  | 'note'
  | 'name'
  | 'date'
  | 'day'
  | 'sex'
  | 'phone'
  | 'identity-number'
  | 'no-number-reason'
  | 'health-insurance'
  | 'passport'
  | 'country'
  | 'relationship'
  | 'code-2'
  | 'code-3'
  | 'code-5'
  | 'facility'
  | 'integer'
  | 'priority-group'
  | 'yes-no'
  | 'product'
  | 'volume'
  | 'expiry'
  | 'ignored'

/** One column of a layout. */
export interface Column<Key extends string = string> {
  readonly key: Key
  /** As the template writes it. */
  readonly heading: string
  /** Other headings under which it is known, folded. */
  readonly synonyms?: readonly string[]
  readonly kind: CellKind
  /** A workbook without the column is refused. */
  readonly mandatory?: boolean
  /** A row without a value in it is refused. */
  readonly needed?: boolean
  /** A malformed value is dropped with a warning and the case is routed; otherwise the row is refused. */
  readonly routed?: boolean
}

/** A workbook's columns, in order. */
export interface Layout<Key extends string = string> {
  readonly id: 'pl1' | 'supplement' | 'full'
  readonly columns: readonly Column<Key>[]
}

/** Makes a column. */
export const column = <const Key extends string>(
  key: Key,
  heading: string,
  kind: CellKind,
  more: Partial<Omit<Column, 'key' | 'heading' | 'kind'>> = {},
): Column<Key> => ({ key, heading, kind, ...more })

/**
 * PL1, the list of people to vaccinate, with the 27 columns of the platform's template (made again by
 * us; column 16, "Địa bàn cơ sở", is read and not used).
 */
export const pl1Layout = {
  id: 'pl1',
  columns: [
    column('listNumber', '#', 'integer', { mandatory: true, needed: true, synonyms: ['stt'] }),
    column('fullName', 'Họ và tên', 'name', {
      mandatory: true,
      needed: true,
      synonyms: ['ho ten'],
    }),
    column('birthDate', 'Ngày sinh', 'date', {
      mandatory: true,
      needed: true,
      synonyms: ['ngay thang nam sinh', 'nam sinh'],
    }),
    column('sex', 'Giới tính', 'sex', { mandatory: true, needed: true }),
    column('priorityGroup', 'Mã nhóm đối tượng ưu tiên', 'priority-group', {
      synonyms: ['nhom uu tien'],
    }),
    column('workplace', 'Đơn vị công tác', 'text', { synonyms: ['truong lop', 'truong'] }),
    column('phone', 'Số điện thoại', 'phone', { synonyms: ['dien thoai', 'sdt', 'so dt'] }),
    column('identityNumber', 'Số CMT/CCCD', 'identity-number', {
      mandatory: true,
      routed: true,
      synonyms: ['so cmnd cccd', 'cccd', 'so dinh danh', 'ma dinh danh', 'so dinh danh ca nhan'],
    }),
    column('healthInsurance', 'Số thẻ BHYT', 'health-insurance', {
      synonyms: ['bhyt', 'ma the bhyt'],
    }),
    column('provinceName', 'Tỉnh/Thành phố', 'ignored', { synonyms: ['tinh'] }),
    column('province', 'Mã tỉnh', 'code-2', { mandatory: true, needed: true }),
    column('districtName', 'Quận/Huyện', 'ignored', { synonyms: ['quan', 'huyen'] }),
    column('district', 'Mã quận', 'code-3', {
      mandatory: true,
      needed: true,
      synonyms: ['ma huyen'],
    }),
    column('communeName', 'Xã/Phường', 'ignored', { synonyms: ['xa', 'phuong'] }),
    column('commune', 'Mã xã', 'code-5', {
      mandatory: true,
      needed: true,
      synonyms: ['ma phuong'],
    }),
    column('area', 'Địa bàn cơ sở', 'ignored'),
    column('detail', 'Địa chỉ chi tiết', 'text', { synonyms: ['dia chi'] }),
    column('product1', 'Tên vắc xin mũi 1', 'product'),
    column('date1', 'Ngày tiêm mũi 1', 'day'),
    column('lot1', 'Lô vắc xin mũi 1', 'lot'),
    column('site1', 'Địa điểm tiêm mũi 1', 'facility'),
    column('product2', 'Tên vắc xin mũi 2', 'product'),
    column('date2', 'Ngày tiêm mũi 2', 'day'),
    column('lot2', 'Lô vắc xin mũi 2', 'lot'),
    column('site2', 'Địa điểm tiêm mũi 2', 'facility'),
    column('note', 'Ghi chú', 'note'),
    column('result', 'Kết quả import', 'ignored'),
  ],
} as const satisfies Layout

/**
 * What PL1 lacks, in a workbook of ours that is joined to it by number, name and birth date: guardian,
 * citizenship, consent (1535/BYT-DP), infection, the eight screening items (5002/QĐ-BYT), permanent
 * residence.
 */
export const supplementLayout = {
  id: 'supplement',
  columns: [
    column('listNumber', '#', 'integer', { mandatory: true, needed: true, synonyms: ['stt'] }),
    column('fullName', 'Họ và tên', 'name', {
      mandatory: true,
      needed: true,
      synonyms: ['ho ten'],
    }),
    column('birthDate', 'Ngày sinh', 'date', { mandatory: true, needed: true }),
    column('nationality', 'Quốc tịch', 'country', { mandatory: true, needed: true }),
    column('passport', 'Số hộ chiếu', 'passport'),
    column('relationship', 'Quan hệ', 'relationship'),
    column('guardianName', 'Họ tên người giám hộ', 'name'),
    column('guardianPhone', 'Điện thoại người giám hộ', 'phone'),
    column('consent', 'Đồng ý tiêm', 'yes-no', { mandatory: true }),
    column('consentDate', 'Ngày ký phiếu đồng ý', 'day'),
    column('infection', 'Đã mắc COVID-19', 'yes-no', { mandatory: true }),
    column('infectionDate', 'Ngày mắc', 'day'),
    column('anaphylaxisToVaccine', 'Sàng lọc 1: phản vệ với vắc xin', 'yes-no'),
    column('acuteOrProgressingDisease', 'Sàng lọc 2: bệnh cấp tính', 'yes-no'),
    column('anyAllergy', 'Sàng lọc 3: dị ứng', 'yes-no'),
    column('consciousnessOrBehaviourDisorder', 'Sàng lọc 4: rối loạn tri giác', 'yes-no'),
    column('congenitalOrChronicDisease', 'Sàng lọc 5: bệnh bẩm sinh, mạn tính', 'yes-no'),
    column('abnormalHeartOrLungSounds', 'Sàng lọc 6: nghe tim phổi bất thường', 'yes-no'),
    column('anaphylaxisGrade3', 'Sàng lọc 7: phản vệ độ 3', 'yes-no'),
    column('otherContraindication', 'Sàng lọc 8: chống chỉ định khác', 'yes-no'),
    column('permanentProvince', 'Thường trú: mã tỉnh', 'code-2'),
    column('permanentDistrict', 'Thường trú: mã huyện', 'code-3'),
    column('permanentCommune', 'Thường trú: mã xã', 'code-5'),
  ],
} as const satisfies Layout

/** The stable name of a column of Appendix 1. */
export type Pl1Key = (typeof pl1Layout)['columns'][number]['key']
/** The stable name of a column of the supplement. */
export type SupplementKey = (typeof supplementLayout)['columns'][number]['key']

/** A heading without case, marks and signs: `Mã tỉnh *` and `ma tinh` are the same. */
export function foldHeading(text: string): string {
  return text
    .toLowerCase()
    .replace(/đ/g, 'd')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9#]+/g, ' ')
    .trim()
}

/** The letters of a column as spreadsheets count: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const low = String.fromCharCode(65 + (index % 26))
  return index < 26 ? low : columnLetters(Math.floor(index / 26) - 1) + low
}
