/** FHIR's XML as FHIR's JSON: elements with a `value`, elements with elements, and no text between them. */

interface XmlElement {
  readonly name: string
  readonly value: string | undefined
  /** The attribute: of an element of a profile. */
  readonly id: string | undefined
  readonly children: XmlElement[]
}

const tag = /<(\/?)([A-Za-z]+)((?:\s+[\w:]+="[^"]*")*)\s*(\/?)>/g

const unescape = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#xA;', '\n')
    .replaceAll('&amp;', '&')

/** The root of a document. Comments and narratives are left out. */
function parse(xml: string): XmlElement {
  const text = xml.replace(/<!--[\s\S]*?-->/g, '').replace(/<div\b[\s\S]*?(<\/div>|\/>)/g, '')
  const root: XmlElement = { name: '', value: undefined, id: undefined, children: [] }
  const open = [root]
  for (const [, closing, name = '', attributes = '', single] of text.matchAll(tag)) {
    if (closing === '/') {
      open.pop()
      continue
    }
    const value = /\svalue="([^"]*)"/.exec(attributes)?.[1]
    const id = /\sid="([^"]*)"/.exec(attributes)?.[1]
    const element = { name, value: value && unescape(value), id, children: [] }
    open.at(-1)?.children.push(element)
    if (single !== '/') open.push(element)
  }
  const [first] = root.children
  if (first === undefined || open.length !== 1) throw new Error('not an XML document')
  return first
}

/** Elements that FHIR's JSON has as lists, of those that are read here. */
const lists: ReadonlySet<string> = new Set([
  'element',
  'type',
  'coding',
  'discriminator',
  'profile',
  'targetProfile',
  'concept',
  'include',
  'uniqueId',
  'context',
])

/** `type` is a list in an element's rules, and a code or a concept elsewhere. */
const isList = (holder: string, name: string): boolean =>
  name === 'type' ? holder === 'element' : lists.has(name)

function valueOf({ name, value, id, children }: XmlElement): unknown {
  if (value !== undefined && children.length === 0) {
    return name === 'min' ? Number(value) : value === 'true' ? true : value
  }
  const members: Record<string, unknown> = id === undefined ? {} : { id }
  for (const child of children) {
    const inner = valueOf(child)
    if (!isList(name, child.name)) members[child.name] = inner
    else members[child.name] = [...((members[child.name] as unknown[] | undefined) ?? []), inner]
  }
  return members
}

/** A resource in XML, as JSON has it. */
export function resourceOfXml(xml: string): Record<string, unknown> {
  const root = parse(xml)
  return { resourceType: root.name, ...(valueOf(root) as object) }
}
