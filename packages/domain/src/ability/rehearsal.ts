import type { PostKind } from './posts.ts'

/** Whoever runs a rehearsal begins it again; it clears what everybody else in it has done. */
const trainers = ['systemAdmin', 'officeDirector'] as const satisfies readonly PostKind[]

export const rehearsalAbilities = { 'system.resetRehearsal': { posts: trainers } } as const
