import type { SensitiveFields } from '@tiemchung/core'
import * as z from 'zod'

/** The mark on fields that hold a person's data; redaction and documentation read it. */
export const sensitive = z.registry<{ readonly sensitive: true }>()

/** Marks a schema as holding a person's data. */
export function personal<Schema extends z.ZodType>(schema: Schema): Schema {
  sensitive.add(schema, { sensitive: true })
  return schema
}

function inner(schema: z.ZodType): z.ZodType | undefined {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodReadonly
  ) {
    return schema.unwrap() as z.ZodType
  }
  return undefined
}

function merge(left: SensitiveFields | undefined, right: SensitiveFields): SensitiveFields {
  if (left === undefined || right === true) return right
  if (left === true) return true
  const names = new Set([...Object.keys(left), ...Object.keys(right)])
  return Object.fromEntries(
    [...names].map((name) => {
      const inRight = right[name]
      return [name, inRight === undefined ? (left[name] ?? true) : merge(left[name], inRight)]
    }),
  )
}

/**
 * Which fields of documents of this schema hold a person's data, in the form that `redactFields` of
 * core takes; undefined when none do.
 */
export function sensitiveFields(schema: z.ZodType): SensitiveFields | undefined {
  if (sensitive.has(schema)) return true
  const wrapped = inner(schema)
  if (wrapped !== undefined) return sensitiveFields(wrapped)
  if (schema instanceof z.ZodArray) {
    const each = sensitiveFields(schema.element as z.ZodType)
    return each === undefined ? undefined : { '*': each }
  }
  if (schema instanceof z.ZodUnion) {
    return (schema.options as z.ZodType[])
      .map(sensitiveFields)
      .reduce((whole, one) => (one === undefined ? whole : merge(whole, one)), undefined)
  }
  if (!(schema instanceof z.ZodObject)) return undefined
  const members = Object.entries(schema.shape as Record<string, z.ZodType>)
    .map(([name, member]) => [name, sensitiveFields(member)] as const)
    .filter((entry): entry is readonly [string, SensitiveFields] => entry[1] !== undefined)
  return members.length === 0 ? undefined : Object.fromEntries(members)
}
