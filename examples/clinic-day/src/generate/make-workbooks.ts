import { type WrittenRow, writeWorkbook } from '@tiemchung/schemas/tabular'
import { communeNames, neighbourStation, outpost, place, station } from './place.js'
import { everybody, type RowSlip, type Truth, type TrueChild } from './truth.js'

/** One list of the day and its supplement, as real workbooks. */
export interface Workbooks {
  readonly id: string
  /** The facility that is to vaccinate the children of this list. */
  readonly facility: string
  readonly list: Uint8Array
  readonly supplement: Uint8Array
  /** The refused rows, put right by who drew up the list. */
  readonly again?: Uint8Array
  /** Key of the child in each row, in order: what the staff would see on the papers. */
  readonly keys: readonly string[]
}

const vietnamese = (date: string): string => date.split('-').reverse().join('/')
const productNames: Readonly<Record<string, string>> = { 'comirnaty-10': 'Pfizer trẻ em' }
const relationships: Readonly<Record<string, string>> = { mother: 'Mẹ', father: 'Cha' }
const answer = (yes: boolean): string => (yes ? 'Có' : 'Không')

/** What the clerk typed in place of the right cell. */
const typed: Readonly<Record<RowSlip, (child: TrueChild) => WrittenRow>> = {
  'birth-date': ({ claimed }) => ({ birthDate: `31/02/${claimed.birthDate.slice(0, 4)}` }),
  sex: () => ({ sex: 2 }),
}

function priorDoses(child: TrueChild): WrittenRow {
  return Object.fromEntries(
    child.doses.flatMap((dose, index) => [
      [`product${index + 1}`, productNames[dose.product]],
      [`date${index + 1}`, vietnamese(dose.date)],
      [`lot${index + 1}`, dose.lot],
      [`site${index + 1}`, child.facility],
    ]),
  )
}

function listRow(child: TrueChild, listNumber: number): WrittenRow {
  const { claimed } = child
  const commune = child.facility === neighbourStation ? place.neighbour : place.commune
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
    communeName: communeNames[commune],
    commune,
    ...priorDoses(child),
  }
}

/** The row as it is handed in first. */
function firstRow(child: TrueChild, listNumber: number): WrittenRow {
  const row = listRow(child, listNumber)
  return child.rowSlip === undefined ? row : { ...row, ...typed[child.rowSlip](child) }
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

/** The children of one list; those listed twice stand on the list of children out of school as well. */
function childrenOf(truth: Truth, list: string): readonly TrueChild[] {
  return everybody(truth).filter(
    (child) => child.list === list || (list === 'out-of-school' && child.listedTwice),
  )
}

/** The commune's lists by who vaccinates; a neighbour's list is named after the facility. */
const facilityOf: Readonly<Record<string, string>> = {
  school: station,
  kindergarten: station,
  'out-of-school': outpost,
}

async function workbooksOf(truth: Truth, id: string): Promise<Workbooks> {
  const children = childrenOf(truth, id)
  const numbered = children.map((child, index) => ({ child, number: index + 1 }))
  const refused = numbered.filter(({ child }) => child.rowSlip !== undefined)
  const again = refused.map(({ child, number }) => listRow(child, number))
  return {
    id,
    facility: facilityOf[id] ?? id,
    list: await writeWorkbook(
      'pl1',
      numbered.map(({ child, number }) => firstRow(child, number)),
    ),
    supplement: await writeWorkbook(
      'supplement',
      numbered.map(({ child, number }) => supplementRow(child, number, truth.day)),
    ),
    ...(again.length === 0 ? {} : { again: await writeWorkbook('pl1', again) }),
    keys: children.map((child) => child.key),
  }
}

/** Writes the lists and their supplements: pupils, kindergarten, out of school, and each neighbour's own. */
export async function makeWorkbooks(truth: Truth): Promise<readonly Workbooks[]> {
  const lists = new Set(Object.keys(facilityOf))
  for (const child of truth.neighbours) lists.add(child.list)
  return Promise.all([...lists].map((id) => workbooksOf(truth, id)))
}
