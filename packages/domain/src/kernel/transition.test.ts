import { describe, expect, it } from 'vitest'
import { postKinds } from '../ability/posts.ts'
import { commandsFor, permit, postsFor, type Workflow } from './transition.ts'
import { workflowText } from './workflow-text.ts'

const door: Workflow<'door', 'open' | 'shut', 'open' | 'close' | 'paint'> = {
  noun: 'door',
  states: ['open', 'shut'],
  commands: ['open', 'close', 'paint'],
  rows: [
    { from: ['shut'], command: 'open', posts: ['clerk'], to: ['open'] },
    { from: ['open'], command: 'close', posts: ['clerk', 'handler'], to: ['shut'] },
    { from: ['open'], command: 'close', posts: ['principal'], to: ['open'] },
  ],
}

describe('permit', () => {
  it('gives the row of the post', () => {
    expect(permit(door, 'open', 'close', 'principal')).toMatchObject({ ok: true, value: { to: ['open'] } })
  })

  it('tells a wrong moment from a wrong post, and names who may', () => {
    expect(permit(door, 'open', 'open', 'clerk')).toMatchObject({ error: { code: 'door.notNow' } })
    expect(permit(door, 'open', 'close', 'verifier')).toEqual({
      ok: false,
      error: { code: 'door.notYours', params: { state: 'open', command: 'close', posts: 'clerk handler principal' } },
    })
  })

  it('refuses every cell without a row', () => {
    const allowed = postKinds.flatMap((post) =>
      door.states.flatMap((state) => door.commands.filter((command) => permit(door, state, command, post).ok)),
    )
    expect(allowed).toHaveLength(4)
  })
})

it('lists what a post may do and who may do a thing', () => {
  expect(commandsFor(door, 'open', 'handler')).toEqual(['close'])
  expect(postsFor(door, 'open', 'close')).toEqual(['clerk', 'handler', 'principal'])
  expect(postsFor(door, 'shut', 'paint')).toEqual([])
})

it('prints a workflow in full', () => {
  expect(workflowText(door)).toBe(
    ['open close → open: principal', 'open close → shut: handler clerk', 'shut open → open: clerk'].join('\n'),
  )
})
