/** The public surface of an entry as text: every exported declaration, and what those lean on. */
import { relative, sep } from 'node:path'
import ts from 'typescript'

const printer = ts.createPrinter({ removeComments: true, newLine: ts.NewLineKind.LineFeed })

/** One program over many built declaration files, so that they are read once. */
export function programOver(files: readonly string[]): ts.Program {
  return ts.createProgram([...files], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    types: [],
    noEmit: true,
    skipLibCheck: true,
  })
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}

/** Whose declaration a file holds: a dependency's name, or undefined for the package itself. */
function ownerOf(file: string, packageFolder: string): string | undefined {
  const path = relative(packageFolder, file).split(sep).join('/')
  if (path.startsWith('dist/')) return undefined
  const installed = path.lastIndexOf('node_modules/')
  if (installed === -1) return path.replace(/^(?:\.\.\/)+/, '').replace(/\/dist\/.*/, '')
  const [scope = '', name = ''] = path.slice(installed + 'node_modules/'.length).split('/')
  return scope.startsWith('@') ? `${scope}/${name}` : scope
}

function resolved(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return (symbol.flags & ts.SymbolFlags.Alias) !== 0 ? checker.getAliasedSymbol(symbol) : symbol
}

/** The statement to print for a declaration: a variable is printed with its `declare const`. */
function statementOf(declaration: ts.Declaration): ts.Node {
  if (ts.isVariableDeclaration(declaration)) return declaration.parent.parent
  return declaration
}

function isTopLevel(declaration: ts.Declaration): boolean {
  // A module itself (`z` of `import * as z`) is a declaration without a parent.
  if (ts.isSourceFile(declaration)) return false
  return ts.isSourceFile(statementOf(declaration).parent)
}

/** Whether a member is one of an enum as zod writes it, `due: "due"`: there the order says nothing. */
function isEnumMember(member: ts.TypeElement): boolean {
  if (!ts.isPropertySignature(member)) return false
  const { name, type } = member
  if (type === undefined || !ts.isLiteralTypeNode(type) || !ts.isStringLiteral(type.literal)) {
    return false
  }
  return (ts.isIdentifier(name) || ts.isStringLiteral(name)) && name.text === type.literal.text
}

/** The compiler writes a union or an enum that it has worked out in the order in which it met the members. */
function membersInOrder(source: ts.SourceFile): ts.TransformerFactory<ts.Node> {
  const textIn = (node: ts.Node) => printer.printNode(ts.EmitHint.Unspecified, node, source)
  const inOrder = <Member extends ts.Node>(members: ts.NodeArray<Member>) =>
    ts.factory.createNodeArray(
      [...members].sort((one, other) => compare(textIn(one), textIn(other))),
    )
  return (context) => {
    const visit = (node: ts.Node): ts.Node => {
      const inner = ts.visitEachChild(node, visit, context)
      if (ts.isUnionTypeNode(inner)) {
        return ts.factory.updateUnionTypeNode(inner, inOrder(inner.types))
      }
      if (!ts.isTypeLiteralNode(inner) || !inner.members.every(isEnumMember)) return inner
      return ts.factory.updateTypeLiteralNode(inner, inOrder(inner.members))
    }
    return visit
  }
}

/** A declaration as text, the same however the compiler came to it. */
function printed(node: ts.Node): string {
  const source = node.getSourceFile()
  const { transformed } = ts.transform(node, [membersInOrder(source)])
  return printer.printNode(ts.EmitHint.Unspecified, transformed[0] ?? node, source)
}

function textOf(symbol: ts.Symbol): string {
  const nodes = new Set((symbol.declarations ?? []).map(statementOf))
  return [...nodes]
    .map(printed)
    .map((text) => text.replace(/^(?:export )?(?:declare )?/, ''))
    .join('\n')
}

interface Reader {
  readonly checker: ts.TypeChecker
  readonly packageFolder: string
}

function isOwn({ packageFolder }: Reader, symbol: ts.Symbol): boolean {
  return (symbol.declarations ?? []).some(
    (declaration) => ownerOf(declaration.getSourceFile().fileName, packageFolder) === undefined,
  )
}

/** The package's own top-level declarations that a declaration names. */
function namedBy(reader: Reader, symbol: ts.Symbol): Set<ts.Symbol> {
  const found = new Set<ts.Symbol>()
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const named = reader.checker.getSymbolAtLocation(node)
      const target = named && resolved(reader.checker, named)
      if (target?.declarations?.some(isTopLevel) === true && isOwn(reader, target)) {
        found.add(target)
      }
    }
    ts.forEachChild(node, visit)
  }
  for (const declaration of symbol.declarations ?? []) visit(statementOf(declaration))
  return found
}

/** A name that the bundler numbered to keep two apart is the same name to a reader. */
function withoutNumbers(text: string): string {
  return text.replace(/\b([A-Za-z_]\w*)\$\d+\b/g, '$1')
}

function exportedText(reader: Reader, name: string, symbol: ts.Symbol): string {
  const file = symbol.declarations?.[0]?.getSourceFile().fileName
  if (file === undefined) return `export { ${name} }`
  const owner = ownerOf(file, reader.packageFolder)
  if (owner !== undefined) return `export { ${name} } from '${owner}'`
  const declared = symbol.getName()
  if (declared === name) return `export ${textOf(symbol)}`
  return `${textOf(symbol)}\nexport { ${declared} as ${name} }`
}

/** Everything that the exported declarations name, directly or by way of others, and that is not exported. */
function supportOf(reader: Reader, exported: ReadonlySet<ts.Symbol>): ts.Symbol[] {
  const seen = new Set(exported)
  const queue = [...exported]
  for (let symbol = queue.shift(); symbol !== undefined; symbol = queue.shift()) {
    if (!isOwn(reader, symbol)) continue
    for (const named of namedBy(reader, symbol)) {
      if (seen.has(named)) continue
      seen.add(named)
      queue.push(named)
    }
  }
  return [...seen].filter((symbol) => !exported.has(symbol))
}

/** The report of one entry, the same for the same surface however it was bundled. */
export function surfaceReport(
  program: ts.Program,
  file: string,
  name: string,
  packageFolder: string,
): string {
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(file)
  const module = source && checker.getSymbolAtLocation(source)
  if (module === undefined) throw new Error(`${file} exports nothing`)
  const reader: Reader = { checker, packageFolder }
  const doors = checker
    .getExportsOfModule(module)
    .map((door) => ({ name: door.getName(), symbol: resolved(checker, door) }))
  const exported = doors.map((door) => exportedText(reader, door.name, door.symbol)).sort()
  const support = supportOf(reader, new Set(doors.map((door) => door.symbol)))
    .map(textOf)
    .sort()
  const parts = [
    `// The public surface of ${name}. Written by \`node tools/run.mjs surface --write\`.`,
    ...exported,
    ...(support.length === 0 ? [] : ['// Named above, but not exported.']),
    ...support,
  ]
  return `${withoutNumbers(parts.join('\n\n'))}\n`
}
