import { postKinds } from '../ability/posts.ts'
import { permit, type Workflow } from './transition.ts'

/**
 * A workflow as lines an official can read, `state command → next: posts`, found by asking `permit` about every
 * state × command × post. What is not printed is refused, so comparing the lines tests every cell.
 */
export const workflowText = <N extends string, S extends string, C extends string>(
  workflow: Workflow<N, S, C>,
): string =>
  workflow.states
    .flatMap((state) => workflow.commands.map((command) => cellText(workflow, state, command)))
    .filter((line) => line !== '')
    .join('\n')

const cellText = <N extends string, S extends string, C extends string>(
  workflow: Workflow<N, S, C>,
  state: S,
  command: C,
): string => {
  const allowed = postKinds.flatMap((post) => {
    const row = permit(workflow, state, command, post)
    return row.ok ? [{ post, to: row.value.to.join('|') }] : []
  })
  return [...new Set(allowed.map((cell) => cell.to))]
    .map((to) => `${state} ${command} → ${to}: ${postsTo(allowed, to)}`)
    .join('\n')
}

const postsTo = (allowed: readonly { readonly post: string; readonly to: string }[], to: string): string =>
  allowed
    .filter((cell) => cell.to === to)
    .map((cell) => cell.post)
    .join(' ')
