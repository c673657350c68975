import { formatInstant, InputError, type Uuid } from '@tiemchung/core'
import type { HandOverDocument, OpenCaseClass } from '@tiemchung/schemas/wire'
import { listErrors } from '../errors/list-errors.js'
import { type IdentityCase, type Route, routeCase } from '../route/route-case.js'
import type { RoutingPolicy } from '../route/routing-policy.js'

/** A row of a list. */
export type ListRow = HandOverDocument['rows'][number]

/** A case with what the person claims, ready to be put on a list. */
export interface ListedCase extends IdentityCase {
  readonly recordId: Uuid
  readonly class: OpenCaseClass
  readonly mismatched: ListRow['mismatched']
  readonly claimed: ListRow['claimed']
  /** Thôn, ấp or the like, for the lists of residents' groups. */
  readonly hamlet?: string
}

/** By whom, when and for whom lists are made. */
export interface MakeListsOptions {
  readonly madeAt: Date
  readonly madeBy: string
  /** The id of the next list. */
  readonly nextId: () => Uuid
  /**
   * `office`: who the policy says. `residents-group`: the group of each hamlet, which looks first
   * (2262/BYT-CNTT, step 2). Default `office`.
   */
  readonly reader?: 'office' | 'residents-group'
}

function rowOf({ recordId, claimed, mismatched, ...one }: ListedCase, route: Route): ListRow {
  const { byCurrentResidence } = route
  return { recordId, class: one.class, mismatched, byCurrentResidence, claimed }
}

/** @throws InputError `identity.list.same-case` */
function mustBeOnce(cases: readonly ListedCase[]): void {
  const seen = new Set<string>()
  for (const [index, { recordId }] of cases.entries()) {
    if (seen.has(recordId)) {
      throw new InputError(listErrors, 'identity.list.same-case', { path: [index] })
    }
    seen.add(recordId)
  }
}

/**
 * Lists to hand over: one for each office and commune, or for each hamlet, in the order of their codes.
 * Nobody is on two, and who need not be corrected is on none; nor is who is still to be asked about, which the
 * facility does itself. They hold personal data. Every list comes back signed by the police of its commune, also one
 * that the health station or a residents' group filled in (2262/BYT-CNTT, step 3).
 *
 * @throws InputError `identity.list.same-case` with the case in `path`
 */
export function makeHandOverLists(
  cases: readonly ListedCase[],
  policy: RoutingPolicy,
  { madeAt, madeBy, nextId, reader = 'office' }: MakeListsOptions,
): readonly HandOverDocument[] {
  mustBeOnce(cases)
  const lists = new Map<string, Omit<HandOverDocument, 'id' | 'rows'> & { rows: ListRow[] }>()
  for (const one of cases) {
    const route = routeCase(one, policy)
    if (route === undefined || route.action === 'ask-again') continue
    const to = reader === 'office' ? route.to : reader
    const hamlet = reader === 'office' ? undefined : one.hamlet
    const key = [to, route.unit, hamlet ?? ''].join(' ')
    const list = lists.get(key) ?? {
      format: 'hand-over-list/1' as const,
      to,
      unit: route.unit,
      ...(hamlet === undefined ? {} : { hamlet }),
      madeAt: formatInstant(madeAt),
      madeBy,
      rows: [],
    }
    list.rows.push(rowOf(one, route))
    lists.set(key, list)
  }
  return [...lists.entries()]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, list]) => ({ ...list, id: nextId() }))
}
