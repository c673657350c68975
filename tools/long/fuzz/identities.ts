/** What a card or a clerk says about a person. */
import { parsePartialDate } from '@tiemchung/core'
import { parseCitizenCard } from '@tiemchung/identity/card'
import {
  checkPersonalNumber,
  compareNames,
  matchPerson,
  matchPolicy1815,
  parsePersonalNumber,
} from '@tiemchung/identity/offline'
import { attemptNow, mustKeepSilent } from '../judge.js'
import { marks } from '../corpus.js'
import { must, refused, value } from '../long-run.js'
import { mutateText } from '../mutate-text.js'
import type { Kind } from './family.js'

const card = '001314000017|987654321|Nguyễn Thị Mẫu Thử|02092014|Nữ|Bản Mẫu, Xã Mẫu|20052022'

const facts = {
  number: '001314000017',
  fullName: 'Nguyễn Thị Mẫu Thử',
  birthDate: parsePartialDate('2014-09-02'),
  sex: 'female',
} as const

/** The text of a citizen card's code. */
export const cards: Kind = (random) => {
  const tried = attemptNow(() => parseCitizenCard(mutateText(random, [card])))
  if ('answer' in tried) return value
  mustKeepSilent(tried.error, marks)
  return refused
}

/** Personal numbers, and what they say beside a person's claims. */
export const personalNumbers: Kind = (random) => {
  const tried = attemptNow(() => parsePersonalNumber(mutateText(random, [facts.number])))
  if ('error' in tried) return refused
  mustKeepSilent(checkPersonalNumber(tried.answer, facts), marks)
  return value
}

/** Two descriptions: alike matches itself, and another number or another name is no match. */
export const matches: Kind = (random) => {
  const number = random.chance(0.5) ? facts.number : mutateText(random, [facts.number])
  const fullName = random.chance(0.3) ? facts.fullName : mutateText(random, [facts.fullName])
  const { verdict, checks } = matchPerson({ ...facts, number, fullName }, facts, matchPolicy1815)
  mustKeepSilent(checks, marks)
  if (number === facts.number && fullName === facts.fullName) {
    must(verdict === 'valid', 'a person does not match herself')
  }
  must(verdict !== 'valid' || number === facts.number, 'matched under another number')
  const [there, back] = [
    compareNames(fullName, facts.fullName),
    compareNames(facts.fullName, fullName),
  ]
  must(there === back, 'names agree one way alone')
  return verdict === 'valid' ? value : refused
}
