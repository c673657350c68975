/** What lists and register say of a child, right or wrong, at the rates that history measured. */
import { addDays, parseCivilDate } from '@tiemchung/core'
import { slipName } from './names.js'
import { quotas } from './quota.js'
import type { Dice } from './random.js'
import { assumed, measured } from './rates.js'
import { share } from './share.js'
import type { Facts, TrueChild } from './truth.js'

export type IdentityKind = keyof typeof measured

/** What a child is made with: how the list, the register and the papers stand to each other. */
export type MadeIdentity = Pick<
  TrueChild,
  'claimed' | 'registered' | 'identity' | 'wrong' | 'corrected'
>

/** Deals the kinds out at the measured rates; the children in `certain` are right whatever comes. */
export function dealIdentities(
  dice: Dice,
  count: number,
  certain: ReadonlySet<number>,
): readonly IdentityKind[] {
  const many = quotas(count, measured)
  const kinds = (Object.keys(measured) as IdentityKind[]).flatMap((kind) =>
    Array.from({ length: many[kind] }, () => kind),
  )
  const dealt = dice.shuffle(kinds)
  for (const index of certain) {
    const other = dealt.findIndex((kind, place) => kind === 'correct' && !certain.has(place))
    const taken = dealt[index]
    if (taken === undefined || taken === 'correct' || other < 0) continue
    dealt[other] = taken
    dealt[index] = 'correct'
  }
  return dealt
}

/** A personal number that nobody has yet: province, century and sex, year of birth, six digits. */
export function numberFor(dice: Dice, facts: Omit<Facts, 'number'>, taken: Set<string>): string {
  for (;;) {
    const sex = facts.sex === 'male' ? 2 : 3
    const tail = String(dice.between(0, 999_999)).padStart(6, '0')
    const number = `001${sex}${facts.birthDate.slice(2, 4)}${tail}`
    if (taken.has(number)) continue
    taken.add(number)
    return number
  }
}

function slip(dice: Dice, facts: Facts, field: string, taken: Set<string>): Facts {
  if (field === 'name') return { ...facts, fullName: slipName(dice, facts.fullName, facts.sex) }
  if (field === 'sex') return { ...facts, sex: facts.sex === 'male' ? 'female' : 'male' }
  if (field === 'number') return { ...facts, number: numberFor(dice, facts, taken) }
  const born = parseCivilDate(facts.birthDate)
  return { ...facts, birthDate: addDays(born, dice.pick([-1, 1, -2, 2])) }
}

/** List, register and papers agree. */
export const rightIdentity = (facts: Facts): MadeIdentity => ({
  claimed: facts,
  registered: { ...facts, unverifiable: false },
  identity: 'correct',
  corrected: false,
})

function withoutNumber(dice: Dice, facts: Facts): MadeIdentity {
  const { number = '', ...bare } = facts
  const none = dice.next() < assumed.noNumberAtAll
  return {
    ...rightIdentity(facts),
    claimed: none ? bare : { ...bare, number: number.slice(0, 10) },
    identity: none ? 'no-number' : 'malformed-number',
  }
}

function wrong(dice: Dice, facts: Facts, taken: Set<string>): MadeIdentity {
  const field = share<keyof typeof assumed.wrongField>(dice, assumed.wrongField, 'name')
  const inRegister = field !== 'number' && dice.next() < assumed.registerIsWrong
  const slipped = slip(dice, facts, field, taken)
  return {
    claimed: inRegister ? facts : slipped,
    registered: { ...(inRegister ? slipped : facts), unverifiable: false },
    identity: 'wrong',
    wrong: { field, side: inRegister ? 'register' : 'claim' },
    corrected: dice.next() < assumed.corrected,
  }
}

/** The identity of a kind for a child of these facts. */
export function identityFor(
  dice: Dice,
  facts: Facts,
  kind: IdentityKind,
  taken: Set<string>,
): MadeIdentity {
  if (kind === 'withoutOrMalformed') return withoutNumber(dice, facts)
  if (kind === 'wrong') return wrong(dice, facts, taken)
  if (kind === 'correct') return rightIdentity(facts)
  return {
    ...rightIdentity(facts),
    registered: { ...facts, unverifiable: true },
    identity: 'unverifiable',
  }
}
