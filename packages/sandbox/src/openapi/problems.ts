import { problemSchema } from '@tiemchung/schemas/wire'
import type { OperationSpec, ProblemAnswer } from '../app/operation-spec.js'
import { isPublic } from '../authorisation/table.js'
import { errorCatalogue, type ProblemCode } from '../errors.js'
import { Problem } from '../problem.js'
import type * as z from 'zod'

type Spec = OperationSpec<z.ZodType, z.ZodType, z.ZodType>

/** Refusals that follow from the shape of an operation. */
function impliedBy(spec: Spec): ProblemAnswer[] {
  const { action, body, bytes, method, params, query } = spec
  const answers: ProblemAnswer[] = [
    [429, 'platform.too-many-requests'],
    [500, 'platform.internal'],
    [503, 'platform.unavailable'],
  ]
  if (body !== undefined || query !== undefined) answers.push([400, 'platform.body'])
  if (body !== undefined || bytes !== undefined) answers.push([413, 'platform.too-large'])
  if (body ?? bytes ?? query ?? params) answers.push([422, 'platform.body'])
  if (!isPublic(action))
    answers.push(
      [401, 'platform.signed-out'],
      [403, 'platform.forbidden'],
      [403, 'platform.password-change'],
    )
  if (method !== 'get') answers.push([422, 'idempotency.key-reused'])
  return answers
}

const exampleName = ([status, code]: ProblemAnswer) => `${status}.${code}`

/** The answers of an operation that are problems, by status. */
export function problemResponses(spec: Spec): Record<string, object> {
  const answers = [...impliedBy(spec), ...(spec.problems ?? [])]
  const statuses = [...new Set(answers.map(([status]) => status))].sort((one, two) => one - two)
  const responses = statuses.map((status) => {
    const here = answers.filter((answer) => answer[0] === status)
    const says = here.map(([, code]) => `\`${code}\`: ${errorCatalogue[code].says.en}`)
    const examples = here.map((answer) => [
      exampleName(answer),
      { $ref: `#/components/examples/${exampleName(answer)}` },
    ])
    const content = { schema: problemSchema, examples: Object.fromEntries(examples) as object }
    return [
      String(status),
      { description: says.join(' '), content: { 'application/problem+json': content } },
    ]
  })
  return Object.fromEntries(responses) as Record<string, object>
}

/** What a problem looks like, as a component under the name that responses refer to. */
export function problemExample(name: string): { summary: string; value: object } {
  const [status = '', ...code] = name.split('.')
  const problem = new Problem(Number(status), code.join('.') as ProblemCode)
  const requestId = '01802361-8400-7000-8000-00000000000f'
  return {
    summary: errorCatalogue[problem.code].says.en,
    value: { ...problem.toBody(), requestId },
  }
}
