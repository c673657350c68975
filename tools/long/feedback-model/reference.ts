/** What an item must be after what was done to it, told as simply as can be. It knows none of our rules' code. */

/** A desk, as `level unit`. */
export type Desk = string

export const facility = 'facility 01234'
const list: readonly Desk[] = [
  'commune 00001',
  'district 01001',
  'provincial-cdc 01',
  'province 01',
]

/** Officers and their desks. */
export const officers: Readonly<Record<string, Desk>> = {
  'head.01234': facility,
  'staff.01234': facility,
  'head.01236': 'facility 01236',
  'station.00001': 'commune 00001',
  'district.01001': 'district 01001',
  'cdc.01': 'provincial-cdc 01',
  'province.01': 'province 01',
  ministry: 'ministry BYT',
}

/** To whom a level passes on; what is not here, it does not. */
const passes: Readonly<Record<string, readonly string[]>> = {
  facility: ['commune', 'district', 'province'],
  commune: ['facility', 'district', 'province'],
  district: ['facility', 'commune', 'province'],
  'provincial-cdc': ['facility', 'commune', 'district', 'province'],
  province: ['facility', 'commune', 'district', 'provincial-cdc', 'ministry'],
  ministry: ['province'],
}

/** What an officer does, at the revision that they saw. */
export interface Act {
  readonly officer: string
  readonly verb: 'take' | 'pass-on' | 'question' | 'approved' | 'later' | 'rejected'
  readonly to: Desk
  readonly revision: number
}

interface Step {
  readonly action: string
  readonly at: number
}

const actions: Readonly<Record<Act['verb'], string>> = {
  take: 'take',
  'pass-on': 'pass-on',
  question: 'ask',
  approved: 'approve',
  later: 'postpone',
  rejected: 'reject',
}

const hour = 3_600_000
/** How long a one-time code is good for. */
const codeLife = 5 * 60_000
const levelOf = (desk: Desk): string => desk.split(' ')[0] ?? ''

/** One item and its clock. */
export class Reference {
  now: number
  state = 'awaiting-code'
  evidence = 0
  supplements = 0
  wrongCodes = 0
  /** Until when the code of the report is good. */
  codeUntil: number
  readonly steps: Step[] = []
  /** Which desks could act at each revision. */
  readonly desks: (readonly Desk[])[]

  constructor(now: number, named: boolean) {
    this.now = now
    this.codeUntil = now + codeLife
    this.desks = [named ? [facility] : list]
  }

  /** A copy to try something on. */
  clone(): Reference {
    const copy = new Reference(this.now, true)
    const { state, evidence, supplements, wrongCodes, codeUntil } = this
    Object.assign(copy, { state, evidence, supplements, wrongCodes, codeUntil })
    copy.steps.push(...this.steps)
    copy.desks.splice(0, 1, ...this.desks)
    return copy
  }

  get revision(): number {
    return this.steps.length
  }

  get confirmed(): boolean {
    return this.steps.some(({ action }) => action === 'confirm')
  }

  /** One desk has it; otherwise it is in a daily list. */
  get taken(): boolean {
    return this.#may.length === 1
  }

  get #may(): readonly Desk[] {
    return this.desks.at(-1) ?? []
  }

  #step(action: string, state: string, desks: readonly Desk[] = this.#may): 200 {
    this.steps.push({ action, at: this.now })
    this.desks.push(desks)
    this.state = state
    return 200
  }

  confirm(right: boolean): number {
    const shut = this.wrongCodes >= 5 || this.now > this.codeUntil
    if (!right) this.wrongCodes += 1
    if (!right || shut) return 422
    if (this.confirmed) return 200
    return this.state === 'awaiting-code' ? this.#step('confirm', 'received') : 409
  }

  get #open(): boolean {
    return ['awaiting-code', 'received', 'in-review', 'needs-information', 'later'].includes(
      this.state,
    )
  }

  withdraw(): number {
    if (this.state === 'withdrawn') return 200
    return this.#open ? this.#step('withdraw', 'withdrawn') : 409
  }

  supplement(): number {
    if (!this.#open || this.state === 'awaiting-code') return 409
    this.supplements += 1
    return this.#step('supplement', this.state === 'needs-information' ? 'in-review' : this.state)
  }

  attach(): number {
    if (this.evidence >= 5) return 422
    if (!this.#open) return 409
    this.evidence += 1
    this.#step('attach', this.state)
    return 201
  }

  /** What an officer is answered. */
  act(act: Act): number {
    const desk = officers[act.officer] ?? ''
    const either = act.verb === 'take' || act.verb === 'pass-on'
    const mine = this.#may.includes(desk) && (either || this.taken)
    const had = act.revision < this.revision && this.desks[act.revision]?.includes(desk) === true
    if (!this.confirmed || !(mine || had)) return 403
    if (act.revision !== this.revision) return 409
    if (act.verb === 'pass-on') return this.#passOn(desk, act.to)
    return this.#decide(act.verb, desk)
  }

  #passOn(from: Desk, to: Desk): number {
    if (from === to || passes[levelOf(from)]?.includes(levelOf(to)) !== true) return 422
    const may = ['received', 'in-review', 'needs-information', 'later'].includes(this.state)
    return may ? this.#step('pass-on', 'received', [to]) : 409
  }

  #decide(verb: Exclude<Act['verb'], 'pass-on'>, desk: Desk): number {
    const { state } = this
    if (verb === 'take') {
      const may = state === 'received' || state === 'later'
      return may ? this.#step('take', 'in-review', [desk]) : 409
    }
    const may = state === 'in-review' || (state === 'needs-information' && verb === 'rejected')
    if (!may) return 409
    return this.#step(actions[verb], verb === 'question' ? 'needs-information' : verb)
  }

  /** How it stands against its 48 hours, and to whom it is shown for being late. */
  standing(): readonly string[] {
    const start = this.steps.find(({ action }) => action === 'confirm')
    if (start === undefined) return ['not-started']
    const end = this.steps.find(({ action }) => ['approve', 'reject', 'withdraw'].includes(action))
    if (end?.action === 'withdraw') return ['withdrawn']
    const hours = ((end?.at ?? this.now) - start.at) / hour
    if (end !== undefined) return [hours <= 48 ? 'met' : 'missed']
    if (hours >= 72) return ['escalated', 'province', 'ministry']
    if (hours >= 60) return ['escalated', 'province']
    if (hours > 48) return ['overdue']
    return [hours >= 36 ? 'warned' : 'due']
  }
}
