/** Two small rules of our own: whoever switches something off says why. */

const runners = new Set(['it', 'test', 'describe', 'suite'])

/** `test.skip` and `test.todo` need a comment above that says why; `context.skip()` needs its note. */
const skipWithReason = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      comment: 'Say why above it: // skipped: the reason',
      note: "Say why: context.skip('the reason')",
    },
  },
  create(context) {
    const explained = (node) =>
      context.sourceCode
        .getAllComments()
        .some(
          (comment) =>
            comment.loc.end.line === node.loc.start.line - 1 && /skipped: \S/.test(comment.value),
        )
    return {
      'CallExpression > MemberExpression.callee'(member) {
        const owner = member.object.name
        const verb = member.property.name
        const call = member.parent
        if (runners.has(owner) && (verb === 'skip' || verb === 'todo') && !explained(call)) {
          context.report({ node: call, messageId: 'comment' })
        }
        if (
          !runners.has(owner) &&
          owner !== undefined &&
          verb === 'skip' &&
          call.arguments.length === 0
        ) {
          context.report({ node: call, messageId: 'note' })
        }
      },
    }
  },
}

/** A switched-off lint rule carries its reason after `--`. */
const disableWithReason = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { reason: 'Say why: eslint-disable-next-line rule -- the reason' },
  },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          const directive =
            /^\s*(eslint-disable\S*|@ts-(?:ignore|expect-error|nocheck)|v8 ignore (?!stop))/.test(
              comment.value,
            )
          if (!directive) continue
          if (/^\s*@ts-expect-error\s+\S/.test(comment.value)) continue
          if (/\s--\s+\S/.test(comment.value)) continue
          context.report({ loc: comment.loc, messageId: 'reason' })
        }
      },
    }
  },
}

export const house = {
  rules: { 'skip-with-reason': skipWithReason, 'disable-with-reason': disableWithReason },
}
