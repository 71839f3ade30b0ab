import type { meetingErrors } from '@quanheng/contract/errors/meeting'

export const meeting = {
  'meeting.notNow': 'This cannot be done at the step where the meeting stands. Reload the page to see who acts now.',
  'meeting.notYours': 'Your present post cannot do this. Ask somebody whose duty it is, or switch to that post.',
  'meeting.otherUnit': 'Meetings are handled by the unit of the performance office. Ask somebody there.',
  'meeting.titleMissing': 'Enter the name of the meeting, for example “First meeting of 2025”.',
  'meeting.groupMissing':
    'There is no leading group yet, so there is no notice to print. Enter its name and member units first.',
  'meeting.termBackwards': 'The last day of the term is before its first day. Check the days.',
  'meeting.topicsMissing': 'The meeting has no topics yet. Add at least one.',
  'meeting.topicTitleMissing': 'Enter the name of the topic.',
  'meeting.topicTwice': 'One topic is listed twice. Reload the page and edit again.',
  'meeting.topicUnknown': 'The topics listed are not those of this meeting. Reload the page and try again.',
  'meeting.materialMissing':
    'Topic “{title}” has no papers. Attach some, or choose the report or plan to be deliberated.',
  'meeting.matterUnknown':
    'The report or plan cannot come before a meeting now: a report must be at its meeting step, a plan checked. Choose again.',
  'meeting.matterChanged':
    'The text of topic “{title}” was changed after it was proposed. Return the topics, compare, and propose again.',
  'meeting.matterTwice': 'One report or plan is under two topics. Remove one of them.',
  'meeting.nothingLeft':
    'All topics are postponed; nothing is left for the meeting. Keep at least one, or return the topics.',
  'meeting.scanMissing': 'Attach the scan of the signed original: it is the proof of what was not done here in person.',
  'meeting.reasonMissing': 'Enter the reason.',
  'meeting.untilPast': 'The last day for opinions has passed. Enter another.',
  'meeting.packOver': 'Preliminary opinions closed on {until}. Raise it at the meeting.',
  'meeting.seatUnknown': 'The list does not match the present members. Reload the page and fill it in again.',
  'meeting.notYourSeat':
    'You cannot give this member’s opinion: the member does, or the liaison of the unit or the office, with the signed original.',
  'meeting.recused': 'Topic “{title}” concerns this member’s own unit: the member stands aside and gives no opinion.',
  'meeting.wordsMissing': 'Enter the opinion or the decision.',
  'meeting.inFuture': 'The date does not lie between the meeting and today. Check it.',
  'meeting.presiderMissing': 'Enter who presided.',
  'meeting.attendanceMissing': 'The attendance of “{seat}” is missing or entered twice. Enter each member once.',
  'meeting.nobodyPresent': 'No member attended; this cannot be registered as a meeting held. Check the attendance.',
  'meeting.delegateMissing': '“{seat}” sent somebody else. Enter the name and post of the delegate.',
  'meeting.undecided': 'Topic “{title}” has no outcome. Enter one for every topic.',
  'meeting.decidedTwice': 'Topic “{title}” has two outcomes. Keep one.',
  'meeting.votesTooMany':
    'Topic “{title}” has more votes than the {sitting} who sat and did not stand aside. Check them.',
  'meeting.taskMissing': 'Enter what is to be done and by which unit.',
  'meeting.taskDuePast': 'The task is due before the day of the meeting. Check it.',
  'meeting.samePerson': 'You registered the meeting; somebody else must compare it with the minutes.',
  'meeting.numberMissing': 'Enter the number of the minutes, or choose a number book.',
  'assignedTask.notNow': 'This cannot be done as the task stands. Reload the page.',
  'assignedTask.notYours': 'Your present post cannot do this. Ask somebody whose duty it is, or switch to that post.',
  'assignedTask.otherUnit': 'Not your unit’s to do: the unit in charge reports, the office that gave the task accepts.',
  'assignedTask.wordsMissing': 'Enter what was done.',
  'assignedTask.reasonMissing': 'Enter the reason.',
  'assignedTask.duePast': 'The new day must lie after the old one and after today. Enter another.',
  'assignedTask.samePerson': 'You reported it done; somebody else must accept it.',
  'assignedTask.taskMissing': 'Enter what is to be done, and how far.',
  'assignedTask.unitMissing': 'Choose at least one unit.',
  'assignedTask.dueBeforeToday': 'The day lies before today. Enter today or a later day.',
  'assignedTask.sourceMissing': 'You enter it for a leader: say who gave it, when and how.',
} as const satisfies Record<keyof typeof meetingErrors, string>
