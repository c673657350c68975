import { parseCivilDate, parsePartialDate, parseUuid, systemClock } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import {
  amendRecord,
  completenessPurposes,
  covid2022SameDay,
  doseRecordSchema,
  dueAt,
  type Facility,
  issuesFromZod,
  judgeCompleteness,
  parseWith,
  personKey,
  recordIdFor,
} from '@tiemchung/schemas'
import {
  birthDateSystems,
  readBirthDate,
  readSex,
  sexSystems,
  writeBirthDate,
  writeSex,
} from '@tiemchung/schemas/codes'
import {
  issuesFromOutcome,
  outcomeFromIssues,
  recordFromFhir,
  recordToFhir,
} from '@tiemchung/schemas/fhir'
import { jsonSchemaNames, jsonSchemaOf } from '@tiemchung/schemas/json-schema'
import {
  applyColumnMap,
  type ColumnMap,
  findHeading,
  fromOldLetters,
  importRows,
  joinRows,
  lintColumnMap,
  type Pl1Row,
  writeCsv,
  writeSheet,
  writeWorkbook,
} from '@tiemchung/schemas/tabular'
import {
  addressIssues,
  convertAddress,
  convertCommune,
  facilityIssues,
  loadAdministrativeUnits,
  loadCommuneConversion,
  lintCommuneConversion,
  unitPeriodIssues,
} from '@tiemchung/schemas/units'
import { markedText, person } from '../person.js'
import { markedRecord } from '../record.js'
import type { Decisions } from './decision.js'

const id = parseUuid('0180235c-1e80-7000-8000-000000000002')
/** A map and a sheet with marks wherever a careless hand may put them. */
const map: ColumnMap = {
  format: 'column-map/1',
  layout: 'full',
  headingRow: 1,
  columns: [
    { from: ['A'], to: 'fullName', headings: [person.name] },
    { from: ['B'], to: 'identityNumber' },
    { from: ['C'], to: 'sex', codes: { [person.name]: person.number } },
    { from: ['D'], to: person.name },
  ],
  constants: { phone: markedText, [person.address]: '1' },
}
const sheet = {
  rows: [
    ['Họ tên', 'CCCD', person.name],
    [`${person.name} 7`, person.number, person.phone, person.address],
    [person.name, Number(person.oldNumber), markedText],
  ],
  formulas: new Set<string>(),
  faulty: new Set(['A2']),
  merged: [],
}
const details = {
  id,
  reason: 'feedback',
  by: 'x',
  clock: systemClock,
  crypto: systemCrypto,
} as const

/** The marked record with something wrong in every part that can hold personal data. */
const malformed = {
  ...markedRecord,
  person: { ...markedRecord.person, sex: person.name, phone: markedText, birthDate: person.number },
  consent: { state: person.name },
  [person.name]: person.number,
}
const incomplete = {
  ...markedRecord,
  person: { ...markedRecord.person, identityDocument: { kind: 'none', reason: 'malformed' } },
  dose: { ...markedRecord.dose, lot: '', volumeMl: '2', product: person.oldNumber },
  screening: { ...markedRecord.screening, allergy: 'unknown' },
} as typeof markedRecord
const row: Pl1Row = {
  row: 2,
  listNumber: 1,
  fullName: person.name,
  birthDate: parsePartialDate('2015-06-01'),
  sex: 'female',
  identityDocument: markedRecord.person.identityDocument,
  province: '22',
  district: '193',
  commune: '06790',
  doses: [],
}
const key = {
  facility: '22001',
  person: markedRecord.person,
  product: 'comirnaty-10',
  doseNumber: 1,
  date: parseCivilDate('2022-04-14'),
}

/** The marked record as FHIR, with every text in it replaced by the marks. */
const markedBundle = JSON.parse(
  JSON.stringify(recordToFhir(markedRecord).bundle).replace(
    /("(?:value|valueCode|valueDate|text|code|birthDate|lotNumber|url)":)"[^"]*"/g,
    `$1${JSON.stringify(markedText)}`,
  ),
) as unknown
const markedOutcome = {
  resourceType: 'OperationOutcome',
  issue: [
    { severity: 'error', code: markedText, diagnostics: markedText, expression: [person.name] },
    { severity: 'error', code: 'value', details: { text: markedText }, location: [markedText] },
  ],
}

const units = (asOf: string, levels: object) =>
  loadAdministrativeUnits({ asOf, provinces: [['01', person.name]], ...levels })
const before = units('2022-04-10', {
  districts: [['001', person.name, '01']],
  communes: [['00001', person.name, '001']],
})
const after = units('2025-07-01', { communes: [['00004', person.name, '01']] })
const address = { province: '01', district: '001', commune: '00001', asOf: before.from }
const namedByPerson = {
  province: person.name,
  district: person.number,
  commune: person.number,
  asOf: before.from,
}
const period = { from: before.from, to: null, owner: 'non-public' } as const
const facility: Facility = {
  code: '79234',
  name: person.name,
  province: '01',
  district: '001',
  commune: '00001',
  periods: [
    { ...period, reportsTo: { line: 'province', province: '01' } },
    { ...period, reportsTo: { line: 'ministry-of-health' } },
  ],
  canSign: true,
}
const conversion = loadCommuneConversion({
  format: 'commune-conversion/1',
  source: person.name,
  communes: [
    ['00001', '00004'],
    ['00002', '00005'],
  ],
})

export const schemasDecisions: Decisions = {
  reasons: {
    '@tiemchung/schemas#lineSchema': 'makes a schema of a length that the program chooses',
  },
  recipes: {
    '@tiemchung/schemas#amendRecord': () => [
      () => amendRecord(markedRecord, { person: { fullName: person.name } }, details),
      // A lone surrogate has no canonical form, so the hash of the old record must refuse it.
      () => amendRecord({ ...markedRecord, enteredBy: `${person.name}\ud800` }, {}, details),
    ],
    '@tiemchung/schemas#issuesFromZod': () => [
      () => {
        const { error } = doseRecordSchema.safeParse(malformed)
        return error === undefined ? undefined : issuesFromZod(error)
      },
    ],
    '@tiemchung/schemas#parseWith': () => [() => parseWith(doseRecordSchema, malformed)],
    '@tiemchung/schemas#judgeCompleteness': () =>
      [markedRecord, incomplete].flatMap((record) =>
        completenessPurposes.map((purpose) => () => {
          const policy = covid2022SameDay.completeness
          return judgeCompleteness(record, { policy, purpose, volumes: {} })
        }),
      ),
    '@tiemchung/schemas#dueAt': () => [
      () => dueAt(markedRecord, 'entered', covid2022SameDay.deadlines),
    ],
    '@tiemchung/schemas#personKey': () => [() => personKey(markedRecord.person)],
    '@tiemchung/schemas#recordIdFor': () => [
      () => recordIdFor(key, systemCrypto),
      () => recordIdFor({ ...key, facility: `${person.name}\ud800` }, systemCrypto),
    ],
    '@tiemchung/schemas/codes#readSex': () =>
      sexSystems.flatMap((system) => [
        () => readSex(system, writeSex(system, 'female')),
        () => readSex(system, person.name),
      ]),
    '@tiemchung/schemas/codes#writeSex': () =>
      sexSystems.flatMap((system) => [
        () => writeSex(system, 'female'),
        () => writeSex(system, person.name as never),
      ]),
    '@tiemchung/schemas/codes#readBirthDate': () =>
      birthDateSystems.flatMap((system) => [
        () => readBirthDate(system, writeBirthDate(system, parsePartialDate('2015-06-01'))),
        () => readBirthDate(system, person.number as never),
      ]),
    '@tiemchung/schemas/codes#writeBirthDate': () =>
      birthDateSystems.flatMap((system) => [
        () => writeBirthDate(system, parsePartialDate('2015-06-01')),
        () => writeBirthDate(system, parsePartialDate('2015-06')),
      ]),
    '@tiemchung/schemas/fhir#recordToFhir': () => [
      () => recordToFhir(markedRecord, { profile: 'vn-core', bundle: 'document' }).lost,
      () => recordToFhir(markedRecord, { facility: { code: person.number, name: person.name } }),
      () => recordToFhir(markedRecord, { signature: { jws: markedText, at: markedText } }),
    ],
    '@tiemchung/schemas/fhir#recordFromFhir': () => [
      () => recordFromFhir(markedBundle).issues,
      () => outcomeFromIssues(recordFromFhir(markedBundle).issues),
    ],
    '@tiemchung/schemas/fhir#outcomeFromIssues': () => [() => outcomeFromIssues([])],
    '@tiemchung/schemas/fhir#issuesFromOutcome': () => [() => issuesFromOutcome(markedOutcome)],
    '@tiemchung/schemas/json-schema#jsonSchemaOf': () =>
      jsonSchemaNames.map((name) => () => jsonSchemaOf(name)),
    '@tiemchung/schemas/units#addressIssues': () => [
      () => addressIssues({ ...address, detail: person.name } as typeof address, [before, after]),
      () => addressIssues(namedByPerson, [before, after]),
    ],
    '@tiemchung/schemas/units#convertAddress': () => [
      () => convertAddress({ ...address, detail: person.name }, conversion, after),
      () => convertAddress(namedByPerson, conversion, after),
    ],
    '@tiemchung/schemas/units#convertCommune': () => [
      () => convertCommune(person.number, conversion),
    ],
    '@tiemchung/schemas/units#facilityIssues': () => [
      () => facilityIssues(facility, { lists: [before], on: before.from }),
      () =>
        facilityIssues(
          { ...facility, ...namedByPerson, code: person.number.slice(0, 5) },
          { on: after.from },
        ),
    ],
    '@tiemchung/schemas/units#unitPeriodIssues': () => [
      () => unitPeriodIssues(facility.periods ?? []),
    ],
    '@tiemchung/schemas/units#lintCommuneConversion': () => [
      () => lintCommuneConversion(conversion, { before, after }),
    ],
    '@tiemchung/schemas/units#loadAdministrativeUnits': () => [
      () => units('2022-04-10', {}),
      () => units('2022-04-10', { communes: [[person.number, person.name, person.oldNumber]] }),
      () => loadAdministrativeUnits({ [person.name]: person.number, provinces: [[person.number]] }),
    ],
    '@tiemchung/schemas/units#loadCommuneConversion': () => [
      () => loadCommuneConversion({ format: person.name }),
      () => conversion,
    ],
    '@tiemchung/schemas/tabular#joinRows': () => [() => joinRows([row], [], key.date)],
    '@tiemchung/schemas/tabular#applyColumnMap': () => [() => applyColumnMap(map, sheet.rows)],
    '@tiemchung/schemas/tabular#findHeading': () => [() => findHeading(sheet.rows)],
    '@tiemchung/schemas/tabular#fromOldLetters': () =>
      (['tcvn3', 'vni', 'utf-8-twice'] as const).map(
        (letters) => () => fromOldLetters(letters, markedText),
      ),
    '@tiemchung/schemas/tabular#importRows': () => [
      () => importRows(map, sheet, { asOf: key.date, on: key.date }),
      () => importRows(map, sheet, { asOf: key.date, acceptSuggestions: true }),
    ],
    '@tiemchung/schemas/tabular#lintColumnMap': () => [() => lintColumnMap(map)],
    '@tiemchung/schemas/tabular#writeSheet': () => [() => writeSheet([[person.name]])],
    '@tiemchung/schemas/tabular#writeCsv': () => [() => writeCsv('pl1', [{ name: person.name }])],
    '@tiemchung/schemas/tabular#writeWorkbook': () => [
      () => writeWorkbook('pl1', [{ name: person.name }]),
    ],
  },
}
