import { type WrittenRow, writeWorkbook } from '@tiemchung/schemas/tabular'
import { place } from './make-truth.js'
import type { Truth, TrueChild } from './truth.js'

/** The lists of the day: one for each kind of place that drew one up, each with its supplement. */
export interface Workbooks {
  readonly id: string
  readonly title: string
  readonly list: Uint8Array
  readonly supplement: Uint8Array
  /** Key of the child in each row, in order: what the staff would see on the papers. */
  readonly keys: readonly string[]
}

const vietnamese = (date: string): string => date.split('-').reverse().join('/')
const productNames: Readonly<Record<string, string>> = { 'comirnaty-10': 'Pfizer trẻ em' }
const relationships: Readonly<Record<string, string>> = { mother: 'Mẹ', father: 'Cha' }
const answer = (yes: boolean): string => (yes ? 'Có' : 'Không')

function listRow(child: TrueChild, listNumber: number): WrittenRow {
  const { claimed } = child
  const doses = child.doses.flatMap((dose, index) => [
    [`product${index + 1}`, productNames[dose.product]],
    [`date${index + 1}`, vietnamese(dose.date)],
    [`lot${index + 1}`, dose.lot],
    [`site${index + 1}`, child.facility],
  ])
  return {
    listNumber,
    // Half of the keyboards in use write composed letters, half do not.
    fullName: listNumber % 2 === 0 ? claimed.fullName.normalize('NFD') : claimed.fullName,
    birthDate: vietnamese(claimed.birthDate),
    sex: claimed.sex === 'male' ? 0 : 1,
    priorityGroup: 16,
    workplace: child.group,
    phone: child.guardian?.phone,
    identityNumber: claimed.number,
    provinceName: 'Thành phố Hà Nội',
    province: place.province,
    districtName: 'Quận Ba Đình',
    district: place.district,
    communeName: 'Phường Phúc Xá',
    commune: place.commune,
    ...Object.fromEntries(doses as [string, string | undefined][]),
  }
}

function supplementRow(child: TrueChild, listNumber: number, day: string): WrittenRow {
  const { claimed, guardian } = child
  return {
    listNumber,
    fullName: claimed.fullName,
    birthDate: vietnamese(claimed.birthDate),
    nationality: child.nationality,
    passport: child.passport,
    relationship: relationships[guardian?.relationship ?? 'mother'],
    guardianName: guardian?.fullName,
    guardianPhone: guardian?.phone,
    consent: child.consent === 'none' ? undefined : answer(child.consent === 'agreed'),
    consentDate: child.consent === 'none' ? undefined : vietnamese(day),
    infection: answer(child.infection !== undefined),
    infectionDate: child.infection && vietnamese(child.infection),
    anaphylaxisToVaccine: answer(child.anaphylaxis),
    acuteOrProgressingDisease: answer(child.acuteDisease),
    anyAllergy: 'Không',
    consciousnessOrBehaviourDisorder: 'Không',
    congenitalOrChronicDisease: 'Không',
    abnormalHeartOrLungSounds: 'Không',
    anaphylaxisGrade3: 'Không',
    otherContraindication: 'Không',
    permanentProvince: place.province,
    permanentDistrict: place.district,
    permanentCommune: child.commune,
  }
}

const titles: Readonly<Record<TrueChild['list'], string>> = {
  school: 'Học sinh lớp 1–6',
  kindergarten: 'Trẻ 5 tuổi mầm non',
  'out-of-school': 'Trẻ ngoài trường học',
}

/** The children of one list; those listed twice stand on the commune's list as well. */
function childrenOf(truth: Truth, list: TrueChild['list']): readonly TrueChild[] {
  return truth.children.filter(
    (child) => child.list === list || (list === 'out-of-school' && child.listedTwice),
  )
}

/** Writes the three lists and their supplements as real workbooks. */
export async function makeWorkbooks(truth: Truth): Promise<readonly Workbooks[]> {
  const lists = Object.keys(titles) as TrueChild['list'][]
  return Promise.all(
    lists.map(async (id) => {
      const children = childrenOf(truth, id)
      const rows = children.map((child, index) => listRow(child, index + 1))
      const more = children.map((child, index) => supplementRow(child, index + 1, truth.day))
      return {
        id,
        title: titles[id],
        list: await writeWorkbook('pl1', rows),
        supplement: await writeWorkbook('supplement', more),
        keys: children.map((child) => child.key),
      }
    }),
  )
}
