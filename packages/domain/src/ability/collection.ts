import { type DatumCommandKind, datumWorkflow } from '../datum/transitions.ts'
import { postsGiving } from '../kernel/transition.ts'
import { askers, lateEntryWorkflow } from '../late-entry/transitions.ts'
import { isAdministrator, type PostKind, postKinds } from './posts.ts'

/** Every workflow of a datum, over its sources and 代录: an ability admits whoever one of them admits. */
const workflows = (['appraisedUnit', 'section', 'provider', 'superior', 'substitute'] as const).flatMap((source) => [
  datumWorkflow(source, false),
  datumWorkflow(source, true),
])

const giving = (command: DatumCommandKind): { readonly posts: readonly PostKind[] } => ({
  posts: [...new Set(workflows.flatMap((workflow) => postsGiving(workflow, command)))],
})

const business = postKinds.filter((kind) => !isAdministrator(kind))

/** Collection (C-4.1): read from the transition table, so that door and workflow cannot disagree. */
export const collectionAbilities = {
  'datum.read': { posts: business },
  'datum.start': giving('start'),
  'datum.report': giving('report'),
  'datum.reportOnBehalf': giving('reportOnBehalf'),
  'datum.open': giving('open'),
  'datum.withdraw': giving('withdraw'),
  'datum.confirm': giving('confirm'),
  'datum.return': giving('return'),
  'lateEntry.read': { posts: business },
  'lateEntry.ask': { posts: askers },
  'lateEntry.withdraw': { posts: postsGiving(lateEntryWorkflow, 'withdraw') },
  'lateEntry.grant': { posts: postsGiving(lateEntryWorkflow, 'grant') },
  'lateEntry.decline': { posts: postsGiving(lateEntryWorkflow, 'decline') },
  'datum.verify': giving('verify'),
  'datum.close': giving('close'),
  'datum.reopen': giving('reopen'),
  'datum.publish': giving('publish'),
  'datum.confirmRelease': giving('confirmRelease'),
  'datum.withdrawRelease': giving('withdrawRelease'),
  /** 催报: names and phones of those whose figures are waited for. */
  'datum.urge': { posts: ['handler', 'sectionHead', 'leaderInCharge', 'clerk', 'officeStaff', 'officeDirector'] },
  'evidence.read': { posts: business },
  'evidence.attach': {
    posts: ['unitReporter', 'dataProvider', 'handler', 'officeStaff', 'clerk', 'verifier', 'verificationLead'],
  },
  /** 雷同材料: seen by those who score, verify and supervise; never by those whose files are compared. */
  'likeness.read': {
    posts: [
      'handler',
      'sectionHead',
      'leaderInCharge',
      'officeStaff',
      'officeDirector',
      'verifier',
      'verificationLead',
      'observer',
    ],
  },
  'likeness.settle': {
    posts: ['handler', 'sectionHead', 'officeStaff', 'officeDirector', 'verifier', 'verificationLead'],
  },
  /** 调整标识: whoever works with the file may ask for more care, its own head for less. */
  'evidence.relabel': {
    posts: [
      'unitReporter',
      'unitHead',
      'principal',
      'dataProvider',
      'handler',
      'sectionHead',
      'leaderInCharge',
      'officeStaff',
      'officeDirector',
      'clerk',
      'verifier',
      'verificationLead',
    ],
  },
  'evidence.withdraw': {
    posts: ['unitReporter', 'dataProvider', 'handler', 'officeStaff', 'clerk', 'verifier', 'verificationLead'],
  },
} as const
