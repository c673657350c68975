/** What clients of one version of an API cannot live with in another. */
import { escapes, type Resolve, type Schema } from './escapes.js'

type Content = Readonly<Record<string, { readonly schema?: Schema }>>

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly schema?: Schema
}

interface Operation {
  readonly operationId?: string
  readonly security?: readonly Schema[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly required?: boolean; readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>
}

/** What is compared of an OpenAPI 3.1 document. */
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> }
}

/** Both versions of an operation, and how references are read in each. */
interface Versions {
  readonly before: Operation
  readonly after: Operation
  readonly old: Resolve
  readonly now: Resolve
}

const resolveIn =
  ({ components }: Document): Resolve =>
  (reference) => {
    const found = components?.schemas?.[reference.replace('#/components/schemas/', '')]
    if (found === undefined) throw new Error(`${reference} is not in the document`)
    return found
  }

const keyOf = ({ in: place, name }: Parameter): string => `${place} ${name}`

/** What is sent: everything that was allowed must still be. */
function fromParameters({ before, after, old, now }: Versions, at: string): string[] {
  const known = new Map((before.parameters ?? []).map((one) => [keyOf(one), one]))
  const wanted = new Map((after.parameters ?? []).map((one) => [keyOf(one), one]))
  const gone = [...known.keys()].filter((key) => !wanted.has(key))
  const changed = [...wanted].flatMap(([key, one]) => {
    const was = known.get(key)
    if (was === undefined) return one.required === true ? [`${at}: ${key} is required now`] : []
    const must = one.required === true && was.required !== true
    return [
      ...(must ? [`${at}: ${key} is required now`] : []),
      ...escapes(
        { schema: was.schema ?? {}, resolve: old },
        { schema: one.schema ?? {}, resolve: now },
        `${at}: ${key}`,
      ),
    ]
  })
  return [...gone.map((key) => `${at}: ${key} is gone`), ...changed]
}

function fromBody({ before, after, old, now }: Versions, at: string): string[] {
  const [was, is] = [before.requestBody, after.requestBody]
  if (is === undefined) return was === undefined ? [] : [`${at}: the body is gone`]
  const must = is.required === true && was?.required !== true
  const types = Object.entries(was?.content ?? {}).flatMap(([type, { schema = {} }]) => {
    const other = is.content[type]
    if (other === undefined) return [`${at}: a body of ${type} is refused now`]
    const to = { schema: other.schema ?? {}, resolve: now }
    return escapes({ schema, resolve: old }, to, `${at}: body`)
  })
  return [...(must ? [`${at}: a body is required now`] : []), ...types]
}

const isSuccess = (status: string): boolean => status.startsWith('2')

/** What is answered: nothing may come that could not come before. Problems are told apart by their codes. */
function fromAnswers({ before, after, old, now }: Versions, at: string): string[] {
  return Object.entries(after.responses)
    .filter(([status]) => isSuccess(status))
    .flatMap(([status, { content = {} }]) => {
      const was = before.responses[status]
      if (was === undefined) return [`${at}: answers ${status} now`]
      return Object.entries(content).flatMap(([type, { schema = {} }]) => {
        const other = was.content?.[type]
        if (other === undefined) return [`${at}: answers ${status} as ${type} now`]
        const to = { schema: other.schema ?? {}, resolve: old }
        return escapes({ schema, resolve: now }, to, `${at}: ${status}`)
      })
    })
}

/** Who could ask without a session must still be able to. */
function fromSecurity({ before, after }: Versions, at: string): string[] {
  const isOpen = ({ security = [] }: Operation) =>
    security.length === 0 || security.some((one) => Object.keys(one).length === 0)
  return isOpen(before) && !isOpen(after) ? [`${at}: needs a session now`] : []
}

function fromOperation(versions: Versions, at: string): string[] {
  const { before, after } = versions
  const renamed = before.operationId !== after.operationId
  return [
    ...(renamed ? [`${at}: is called ${String(after.operationId)} now`] : []),
    ...fromSecurity(versions, at),
    ...fromParameters(versions, at),
    ...fromBody(versions, at),
    ...fromAnswers(versions, at),
  ]
}

/**
 * What breaks clients that were made for `before`, a line each. Operations, parameters that may be left out and kinds
 * of problems may be added.
 */
export function breakingChanges(before: Document, after: Document): readonly string[] {
  const [old, now] = [resolveIn(before), resolveIn(after)]
  return Object.entries(before.paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, operation]) => {
      const at = `${method.toUpperCase()} ${path}`
      const other = after.paths[path]?.[method]
      if (other === undefined) return [`${at}: is gone`]
      return fromOperation({ before: operation, after: other, old, now }, at)
    }),
  )
}
