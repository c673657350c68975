/** Who comes first. */
import { toDayNumber } from '@tiemchung/core'
import type { SessionRequest } from './format.js'

/** FNV-1a over the id: an order that prefers nobody, and that is the same tomorrow. */
export function hashOf(id: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** The last day on which any product may be given. */
function deadlineOf({ openings }: SessionRequest): number {
  return openings.reduce(
    (last, { until }) => Math.max(last, until === null ? Infinity : toDayNumber(until)),
    -Infinity,
  )
}

const byText = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0)

/**
 * Second and later doses before first ones; then by the last day possible, which for the twelfth birthday
 * is the ministry's descending order of age; then by school, so that classes stay together; then by a
 * hash of the id.
 */
export function inOrder(requests: readonly SessionRequest[]): SessionRequest[] {
  return requests
    .map((request) => ({
      request,
      first: request.dose > 1 ? 0 : 1,
      deadline: deadlineOf(request),
      school: request.school ?? '',
      hash: hashOf(request.id),
    }))
    .sort(
      (left, right) =>
        left.first - right.first ||
        compareDeadlines(left.deadline, right.deadline) ||
        byText(left.school, right.school) ||
        left.hash - right.hash ||
        byText(left.request.id, right.request.id),
    )
    .map(({ request }) => request)
}

const compareDeadlines = (left: number, right: number) =>
  left === right ? 0 : left < right ? -1 : 1
