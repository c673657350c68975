import { describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { facilitySchema } from '../facility/facility.js'
import { addressSchema } from './address.js'
import { identityDocumentSchema } from './identity-document.js'
import { personSchema } from './person.js'
import { phoneSchema } from './phone.js'
import { recordDocument } from '../record/dose-record.fixture.js'

const address = { province: '01', district: '001', commune: '00001', asOf: '2022-04-10' }
const facility = {
  code: '01234',
  name: 'Trạm Y tế phường Bản Mẫu',
  province: '01',
  district: '001',
  commune: '00001',
  canSign: true,
}

describe('the schemas of a person', () => {
  test.each<[string, z.ZodType, unknown, boolean]>([
    ['12 digits', identityDocumentSchema, { kind: 'cmnd-12', number: '001315000001' }, true],
    ['9 digits', identityDocumentSchema, { kind: 'cmnd-9', number: '012345678' }, true],
    ['8 digits', identityDocumentSchema, { kind: 'military-8', number: '12345678' }, true],
    [
      '8 digits as an old card',
      identityDocumentSchema,
      { kind: 'cmnd-9', number: '12345678' },
      false,
    ],
    [
      'a passport',
      identityDocumentSchema,
      { kind: 'passport', number: 'P12345', country: 'LA' },
      true,
    ],
    [
      'a passport of no country',
      identityDocumentSchema,
      { kind: 'passport', number: 'P12345' },
      false,
    ],
    ['none, and why', identityDocumentSchema, { kind: 'none', reason: 'not-issued' }, true],
    ['none without a reason', identityDocumentSchema, { kind: 'none' }, false],
    ['a mobile number', phoneSchema, '0912000001', true],
    ['a number of nine digits', phoneSchema, '912000001', false],
    ['a number of another country', phoneSchema, '+8562012345678', true],
    ['an address of 2022', addressSchema, address, true],
    ['an address since 01/07/2025', addressSchema, { ...address, district: undefined }, true],
    ['an address of no day', addressSchema, { ...address, asOf: undefined }, false],
    ['a facility', facilitySchema, facility, true],
    ['a facility of the later rules', facilitySchema, { ...facility, code: '0123456789012' }, true],
    ['a facility without a district', facilitySchema, { ...facility, district: undefined }, true],
    ['a facility of four digits', facilitySchema, { ...facility, code: '1234' }, false],
    ['priority group 17', personSchema, { ...recordDocument.person, priorityGroup: 17 }, false],
    ['an ethnic group', personSchema, { ...recordDocument.person, ethnicGroup: '01' }, true],
    [
      'insurance',
      personSchema,
      { ...recordDocument.person, healthInsurance: 'TE1010123456789' },
      true,
    ],
    ['short insurance', personSchema, { ...recordDocument.person, healthInsurance: 'TE1' }, false],
  ])('%s: %#', (_, schema, value, expected) => {
    expect(schema.safeParse(value).success).toBe(expected)
  })
})
