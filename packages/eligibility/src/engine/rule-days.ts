/** A rule applied to one person: the days on which it stands in the way. */
import type { Params, Sentences } from '@tiemchung/core'
import type { Status } from '../policy/format.js'
import type { Grounds } from '../policy-set/compile.js'
import type { ReasonKind } from './answer.js'
import type { Day } from './days.js'

/**
 * How hard a rule stands in the way. `dated`: until a day that is known. `open`: until facts change.
 * `awaits`: something that is asked for is not there yet; dates are still told.
 */
export type Weight = 'dated' | 'open' | 'awaits'

/** One rule, applied to one person. */
export interface RuleDays {
  readonly rule: string
  readonly kind: ReasonKind
  readonly grounds: Grounds
  /** The status where it stands in the way. */
  readonly status: Status
  readonly weight: Weight
  /** Days on which it stands in the way: `[from, end)`, empty when it never does. */
  readonly from: Day
  readonly end: Day
  /** Days on which it allows, for the reason: `[first, last)`. */
  readonly allowed?: { readonly from: Day; readonly end: Day } | undefined
  readonly params?: Params | undefined
  readonly says?: Sentences | undefined
  /** Facts that would settle it. */
  readonly needs?: readonly string[] | undefined
}

/** A rule without its days. */
export interface RuleHead {
  readonly rule: string
  readonly kind: ReasonKind
  readonly grounds: Grounds
  readonly status: Status
  readonly weight: Weight
  readonly says: Sentences | undefined
}

const always = Number.NEGATIVE_INFINITY
const never = Number.POSITIVE_INFINITY

/** A rule with its days; every rule has the same members in the same order, which keeps them quick. */
export function spoken(
  head: RuleHead,
  from: number,
  end: number,
  rest: Pick<RuleDays, 'allowed' | 'params' | 'needs'> = {},
): RuleDays {
  return {
    rule: head.rule,
    kind: head.kind,
    grounds: head.grounds,
    status: head.status,
    weight: head.weight,
    from,
    end,
    allowed: rest.allowed,
    params: rest.params,
    says: head.says,
    needs: rest.needs,
  }
}

/** A rule that never stands in the way. */
export const silent = (head: RuleHead, rest?: Pick<RuleDays, 'params' | 'needs'>): RuleDays =>
  spoken(head, always, always, rest)

/** A rule that stands in the way on every day. */
export const standing = (head: RuleHead, rest?: Pick<RuleDays, 'params' | 'needs'>): RuleDays =>
  spoken(head, always, never, rest)
