import { parsePartialDate } from '@tiemchung/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type IdentityFacts, matchPerson } from './match-person.js'
import { bareName } from './name.js'
import { matchPolicy1815 } from './policy.js'

const numbers = ['001316000017', '001316000018', '012345678']
const names = ['Lê Thị Hòa', 'LÊ THỊ HOÀ', 'Le Thi Hoa', 'Lê Thị Hoa', 'Trần An']
const dates = ['2016-05-01', '2016-01-05', '2016-05', '2016', '2015'].map(parsePartialDate)

const numbered: fc.Arbitrary<IdentityFacts & { readonly number: string }> = fc.record({
  number: fc.constantFrom(...numbers),
  fullName: fc.constantFrom(...names),
  birthDate: fc.constantFrom(...dates),
  sex: fc.constantFrom('male', 'female', 'unknown'),
})
const facts: fc.Arbitrary<IdentityFacts> = fc.oneof(
  numbered,
  numbered.map(({ number: _, ...rest }) => rest),
)

/** What a slip, a loss or a lazy keyboard makes of a claim: each tells less than before, or something else. */
const noises: readonly ((one: IdentityFacts) => IdentityFacts)[] = [
  ({ number: _, ...rest }) => rest,
  (one) => ({ ...one, sex: 'unknown' }),
  (one) => ({ ...one, birthDate: parsePartialDate(one.birthDate.slice(0, 4)) }),
  (one) => ({ ...one, fullName: bareName(one.fullName) }),
  (one) => ({ ...one, fullName: `${one.fullName}f` }),
  (one) => ({ ...one, fullName: one.fullName.split(' ').slice(1).join(' ') }),
  (one) => (one.number === undefined ? one : { ...one, number: `${one.number}0` }),
]
const matches = (claimed: IdentityFacts, registered: IdentityFacts) =>
  matchPerson(claimed, registered, matchPolicy1815)

test('the same question has the same answer', () => {
  fc.assert(
    fc.property(facts, facts, (claimed, registered) => {
      expect(matches(claimed, registered)).toEqual(matches({ ...claimed }, { ...registered }))
    }),
  )
})

test('where both name one number, it is all one who claims and who is registered', () => {
  fc.assert(
    fc.property(numbered, numbered, (left, right) => {
      expect(matches(left, right)).toEqual(matches(right, left))
    }),
  )
})

test('an older number speaks for the claim only: the register alone knows which were a person’s', () => {
  const fact = {
    fullName: 'Trần An',
    birthDate: parsePartialDate('2016-05-01'),
    sex: 'male',
  } as const
  const old = { ...fact, number: '012345678' }
  const now = { ...fact, number: '001216000017', otherNumbers: ['012345678'] }
  expect(matches(old, now).verdict).toBe('valid')
  expect(matches(now, old).verdict).toBe('invalid')
})

/** A register that knows the day and the marks: one that knows less agrees with whoever says less. */
const knowsAll = ({ birthDate, fullName }: IdentityFacts) =>
  birthDate.length === 10 && fullName !== bareName(fullName)

test('noise makes no match of what was none', () => {
  const changes = fc.array(fc.constantFrom(...noises), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(facts, changes, facts.filter(knowsAll), (claimed, noise, registered) => {
      fc.pre(matches(claimed, registered).verdict !== 'valid')
      const worse = noise.reduce((one, change) => change(one), claimed)
      expect(matches(worse, registered).verdict).not.toBe('valid')
    }),
  )
})

test('noise on one and the same person takes the match away', () => {
  fc.assert(
    fc.property(fc.constantFrom(...noises), (change) => {
      const truth: IdentityFacts = {
        number: '001316000017',
        fullName: 'Lê Thị Hòa',
        birthDate: parsePartialDate('2016-05-01'),
        sex: 'female',
      }
      expect(matches(truth, truth).verdict).toBe('valid')
      expect(matches(change(truth), truth).verdict).not.toBe('valid')
    }),
  )
})
