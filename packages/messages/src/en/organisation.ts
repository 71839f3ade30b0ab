import type { organisationErrors } from '@quanheng/contract/errors/organisation'

export const organisation = {
  'unit.nameTaken':
    'A unit named “{name}” exists already. Check for a double entry; short or former names go to aliases.',
  'unit.closed': 'The unit is closed. Office staff can reopen it first.',
  'section.nameTaken': 'The unit has a section named “{name}” already. Check for a double entry.',
  'section.notOfUnit': 'The section does not belong to the unit. Choose again.',
  'person.disabled': 'This person is disabled and cannot hold a post or sign in. Enable the person first.',
  'person.isSelf': 'You cannot disable your own account. Ask another administrator.',
  'post.administratorHoldsAnother':
    'System, security and audit administrator must be three people. This person is {held} and cannot also be {kind}.',
  'post.administratorHasBusiness':
    'Administrators take no part in the appraisal itself. This person is {held} and cannot also be {kind}.',
  'post.sectionNeeded': 'The post {kind} needs a section. Choose one and save.',
  'post.periodBackwards': 'The last day is before the first. Check the dates.',
  'post.ended': 'This post ended on {to} and cannot be changed. Add a new one to go on.',
  'post.heldTwice':
    'This person holds the same post in the same unit and section in an overlapping period. Check the dates.',
} as const satisfies Record<keyof typeof organisationErrors, string>
