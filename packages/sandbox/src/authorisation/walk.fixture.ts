/** How a walk asks: every operation of the app, as somebody, about something. */
import type { Sandbox } from '../sandbox.js'
import { ask } from '../test-platform.fixture.js'
import type { Filling } from './requests.fixture.js'
import type { Action } from './table.js'

/** An operation of the app, as its document names it. */
export interface Operation {
  readonly method: string
  readonly path: string
  readonly operationId: string
  readonly action: Action
}

/** Every operation of a sandbox. */
export function operationsOf(sandbox: Sandbox): readonly Operation[] {
  const { paths } = sandbox.openApi() as { paths: Record<string, Record<string, object>> }
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => {
      const { operationId, 'x-action': action } = operation as never as Operation & {
        'x-action': Action
      }
      return { method: method.toUpperCase(), path, operationId, action }
    }),
  )
}

/** The status of an answer that goes on; nobody waits for its end. */
async function statusOfStream(sandbox: Sandbox, path: string, token?: string) {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const answer = await sandbox.fetch(new Request(`http://sandbox${path}`, { headers }))
  await answer.body?.cancel()
  return answer.status
}

/** The status that an operation answers with, asked as it is filled. */
export async function statusOf(
  sandbox: Sandbox,
  { method, path, operationId }: Operation,
  filling: Filling,
  token?: string,
) {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => filling.path?.[name] ?? '')
  const query = new URLSearchParams(filling.query).toString()
  if (operationId === 'watchFeedback') return statusOfStream(sandbox, filled, token)
  const { status } = await ask(sandbox, method, query === '' ? filled : `${filled}?${query}`, {
    ...(filling.headers === undefined ? {} : { headers: filling.headers }),
    ...(filling.body === undefined ? {} : { body: filling.body }),
    ...(token === undefined ? {} : { token }),
  })
  return status
}

/** What came of asking, as the table speaks of it. What is asked for is there to be reached. */
export function wordOf(method: string, status: number): string {
  if (status === 404) return 'hidden'
  if (method === 'GET') return status === 200 ? 'reached' : String(status)
  return status === 401 || status === 403 ? String(status) : 'reached'
}
