import type { Workflow } from '../kernel/transition.ts'
import { conveners } from '../meeting/transitions.ts'
import { type LibraryCommandKind, type LibraryState, libraryCommands, libraryStates } from './model.ts'

/** 制度文件: entered → published by the office; what was read wrongly is corrected with a reason, what holds no more is repealed. */
export const libraryWorkflow: Workflow<'library', LibraryState, LibraryCommandKind> = {
  noun: 'library',
  states: libraryStates,
  commands: libraryCommands,
  rows: [
    { from: ['draft'], command: 'edit', posts: conveners, to: ['draft'] },
    { from: ['draft'], command: 'publish', posts: conveners, to: ['published'] },
    { from: ['draft'], command: 'discard', posts: conveners, to: ['discarded'] },
    { from: ['published'], command: 'correct', posts: conveners, to: ['published'] },
    { from: ['published'], command: 'repeal', posts: conveners, to: ['repealed'] },
  ],
}
