/**
 * The list in one sheet: PL1, its supplement and what both lack. Where the template let the number be
 * empty, this one asks for it, or for the reason why there is none.
 */
import { column, type Layout, pl1Layout, supplementLayout } from './layout.js'

type Pl1 = typeof pl1Layout.columns
type Supplement = typeof supplementLayout.columns

/** A column of another layout, as it stands there. */
const from = <Columns extends Pl1 | Supplement, const Key extends Columns[number]['key']>(
  columns: Columns,
  key: Key,
) => ({ ...columns.find((one) => one.key === key), key }) as Extract<Columns[number], { key: Key }>

const pl1 = <const Key extends Pl1[number]['key']>(key: Key) => from(pl1Layout.columns, key)
const more = <const Key extends Supplement[number]['key']>(key: Key) =>
  from(supplementLayout.columns, key)

/** The columns of one dose. */
const dose = <const Number extends 1 | 2 | 3>(number: Number) =>
  [
    column(`product${number}`, `Tên vắc xin mũi ${number}`, 'product'),
    column(`date${number}`, `Ngày tiêm mũi ${number}`, 'day'),
    column(`lot${number}`, `Lô vắc xin mũi ${number}`, 'lot'),
    column(`expiry${number}`, `Hạn dùng lô mũi ${number}`, 'expiry'),
    column(`volume${number}`, `Liều lượng mũi ${number} (ml)`, 'volume'),
    column(`site${number}`, `Địa điểm tiêm mũi ${number}`, 'facility'),
  ] as const

/** The whole list in one sheet, ours: `readFull` reads it, `writeWorkbook('full', [])` is the template. */
export const fullLayout = {
  id: 'full',
  columns: [
    pl1('listNumber'),
    pl1('fullName'),
    pl1('birthDate'),
    pl1('sex'),
    column('identityNumber', 'Số định danh cá nhân', 'identity-number', {
      mandatory: true,
      synonyms: ['so cmt cccd', 'so cmnd cccd', 'cccd', 'so dinh danh', 'ma dinh danh'],
    }),
    column('noNumberReason', 'Lý do không có số', 'no-number-reason', { mandatory: true }),
    column('nationality', 'Quốc tịch', 'country', { mandatory: true, needed: true }),
    more('passport'),
    pl1('healthInsurance'),
    pl1('phone'),
    more('guardianName'),
    more('relationship'),
    more('guardianPhone'),
    pl1('priorityGroup'),
    pl1('workplace'),
    pl1('provinceName'),
    pl1('province'),
    pl1('districtName'),
    // No district since 01/07/2025; before, `readFull` asks for it.
    column('district', 'Mã quận', 'code-3', { synonyms: ['ma huyen'] }),
    pl1('communeName'),
    pl1('commune'),
    pl1('detail'),
    more('permanentProvince'),
    more('permanentDistrict'),
    more('permanentCommune'),
    more('consent'),
    more('consentDate'),
    more('infection'),
    more('infectionDate'),
    more('anaphylaxisToVaccine'),
    more('acuteOrProgressingDisease'),
    more('anyAllergy'),
    more('consciousnessOrBehaviourDisorder'),
    more('congenitalOrChronicDisease'),
    more('abnormalHeartOrLungSounds'),
    more('anaphylaxisGrade3'),
    more('otherContraindication'),
    ...dose(1),
    ...dose(2),
    ...dose(3),
    pl1('note'),
    pl1('result'),
  ],
} as const satisfies Layout

/** The stable name of a column of the list in one sheet. */
export type FullKey = (typeof fullLayout)['columns'][number]['key']
