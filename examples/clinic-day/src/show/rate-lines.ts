/** Each rate of the generator beside what this run came to. */
import { assumed, measured } from '../generate/rates.js'
import type { TrueChild } from '../generate/truth.js'

/** A rate, its words, the children it is a share of, and those of them that it counts. */
export interface RateLine {
  readonly vi: string
  readonly en: string
  readonly rate: number
  readonly of: (child: TrueChild) => boolean
  readonly is: (child: TrueChild) => boolean
}

const line = (
  vi: string,
  en: string,
  rate: number,
  is: RateLine['is'],
  of: RateLine['of'] = () => true,
): RateLine => ({ vi, en, rate, is, of })

const identity = (...kinds: readonly TrueChild['identity'][]) => {
  return (child: TrueChild) => kinds.includes(child.identity)
}
const eligibility = (kind: TrueChild['eligibility']) => (child: TrueChild) =>
  child.eligibility === kind
const attendance = (kind: TrueChild['attendance']) => (child: TrueChild) =>
  child.attendance === kind
const field = (name: string) => (child: TrueChild) => child.wrong?.field === name

const wrong = identity('wrong')
const eligible = eligibility('eligible')
const yearOnly = (child: TrueChild) => child.facts.birthDate.length === 4
/** Of an age at which the other rules decide. */
const ofAge = (child: TrueChild) =>
  !['handedOver', 'tooYoung', 'unknownAge'].includes(child.eligibility)
const year = (child: TrueChild) => Number(child.facts.birthDate.slice(0, 4))
const surelyOfAge = (child: TrueChild) =>
  eligible(child) && child.identity === 'correct' && year(child) > 2010 && year(child) < 2017

/** The four shares of March 2022; a child with a passport needs no match and counts as correct. */
export const measuredLines: readonly RateLine[] = [
  line('danh tính đúng', 'identity correct', measured.correct, identity('correct', 'foreign')),
  line('danh tính sai', 'identity wrong', measured.wrong, wrong),
  line('không xác minh được', 'unverifiable', measured.unverifiable, identity('unverifiable')),
  line(
    'không có số hoặc số sai định dạng',
    'without or malformed number',
    measured.withoutOrMalformed,
    identity('no-number', 'malformed-number'),
  ),
]

const { wrongField, oneIn } = assumed

const identityLines: readonly RateLine[] = [
  line(
    'không có số, trong nhóm thiếu hoặc sai số',
    'no number at all, of those without or malformed',
    assumed.noNumberAtAll,
    identity('no-number'),
    identity('no-number', 'malformed-number'),
  ),
  line('sai họ tên, trong nhóm sai', 'name, of the wrong', wrongField.name, field('name'), wrong),
  line('sai số, trong nhóm sai', 'number, of the wrong', wrongField.number, field('number'), wrong),
  line(
    'sai ngày sinh, trong nhóm sai',
    'birth date, of the wrong',
    wrongField['birth-date'],
    field('birth-date'),
    wrong,
  ),
  line('sai giới tính, trong nhóm sai', 'sex, of the wrong', wrongField.sex, field('sex'), wrong),
  line(
    'lỗi ở CSDL dân cư, khi số đúng',
    'the register is wrong, where the number is right',
    assumed.registerIsWrong,
    (child) => child.wrong?.side === 'register',
    (child) => wrong(child) && !field('number')(child),
  ),
  line(
    'được sửa trong ngày, trong nhóm sai',
    'corrected on the day, of the wrong',
    assumed.corrected,
    (child) => child.corrected,
    wrong,
  ),
]

const childLines: readonly RateLine[] = [
  line('đã 12 tuổi', 'already twelve', 1 / oneIn.alreadyTwelve, eligibility('handedOver')),
  line('chưa đủ 5 tuổi', 'not yet five', 1 / oneIn.notYetFive, eligibility('tooYoung')),
  line(
    'chỉ có năm sinh, chưa chắc đủ tuổi',
    'birth year only, age not sure',
    1 / oneIn.yearOnlyAndUnsure,
    eligibility('unknownAge'),
  ),
  line(
    'chỉ có năm sinh, chắc đủ tuổi',
    'birth year only, age sure',
    assumed.yearOnly,
    yearOnly,
    surelyOfAge,
  ),
  line(
    'ngoài trường học',
    'out of school',
    1 / oneIn.outOfSchool,
    (child) => child.list === 'out-of-school',
  ),
  line(
    'thường trú ở xã khác',
    'permanent residence elsewhere',
    1 / oneIn.elsewhere,
    (child) => child.commune === '00004',
  ),
  line('có trong hai danh sách', 'listed twice', assumed.listedTwice, (child) => child.listedTwice),
  line('dòng bị trả lại', 'row refused', assumed.rowSlip, (child) => child.rowSlip !== undefined),
  line(
    'thiếu người giám hộ',
    'no guardian',
    assumed.guardianMissing,
    (child) => child.guardian === undefined,
  ),
  line(
    'gia đình không đồng ý',
    'consent refused',
    assumed.refusedConsent,
    eligibility('consentRefused'),
    ofAge,
  ),
  line(
    'chưa có phiếu đồng ý',
    'no consent yet',
    assumed.noConsentYet,
    eligibility('needsConsent'),
    ofAge,
  ),
  line(
    'mới mắc COVID-19',
    'recent infection',
    assumed.recentInfection,
    eligibility('infected'),
    ofAge,
  ),
  line(
    'đang mắc bệnh cấp tính',
    'acute disease',
    assumed.acuteDisease,
    eligibility('deferred'),
    ofAge,
  ),
  line(
    'chống chỉ định',
    'contraindicated',
    assumed.contraindicated,
    eligibility('contraindicated'),
    ofAge,
  ),
  line(
    'đã tiêm đủ liều',
    'course complete already',
    assumed.alreadyComplete,
    eligibility('complete'),
    ofAge,
  ),
  line('chưa đủ khoảng cách', 'interval not over', assumed.tooSoon, eligibility('tooSoon'), ofAge),
]

const dayLines: readonly RateLine[] = [
  line(
    'đến hạn mũi 2, trong số đủ điều kiện',
    'due for dose 2, of the eligible',
    assumed.dueForDose2,
    (child) => child.doses.length === 1,
    eligible,
  ),
  line(
    'vắng mặt, trong số đủ điều kiện',
    'absent, of the eligible',
    assumed.absent,
    attendance('absent'),
    eligible,
  ),
  line(
    'từ chối tại chỗ',
    'refused on the spot, of the eligible',
    assumed.refusedOnTheDay,
    attendance('refused'),
    eligible,
  ),
  line(
    'hoãn tại chỗ',
    'deferred on the spot, of the eligible',
    assumed.deferredOnTheDay,
    attendance('deferred'),
    eligible,
  ),
  line(
    'nhập sai, trong số mũi đã tiêm',
    'entered wrong, of the doses given',
    assumed.entrySlip,
    (child) => child.entry !== undefined,
    (child) => child.attendance === 'given' && child.guardian !== undefined,
  ),
]

/** Rates for which no figure was published. */
export const assumedLines: readonly RateLine[] = [...identityLines, ...childLines, ...dayLines]
