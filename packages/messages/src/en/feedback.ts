import type { feedback as zh } from '../zh-CN/feedback.ts'

export const feedback = {
  'feedback.notWanted': 'This plan has no feedback of first scores. Revise the plan and set its working days first.',
  'feedback.alreadyOpened':
    'Feedback of first scores was sent already; units check until {until}. It is sent once a plan.',
  'feedback.notReady':
    '{count} places are not signed or verified yet, so nothing can be sent. See the list on the page of results.',
  'feedback.over':
    'Checking ended on {until}. Objections to a published result may be made in the time the plan gives for them.',
  'feedback.agreedAlready':
    'The unit has said that it has no question left. Objections to a published result may be made later.',
  'feedback.ownOpen': '{count} questions of the unit are not answered. Wait for the answers first.',
  'feedback.wordsMissing':
    'Say it in words: what is questioned and why; the answer says what is done, or why the score stands.',
  'feedback.asked': 'The unit has asked about this item already and waits for the answer.',
  'feedback.answered': 'This question is answered and does not change. Reload to read the answer.',
  'feedback.ownUnit': 'Nobody answers a question of a unit of their own. Another head or the director answers it.',
  'feedback.notOpened': 'The plan has feedback of first scores, which is not sent yet. Send it before locking.',
  'feedback.running': 'Units check their first scores until {until}. Locking waits, unless every unit has agreed.',
  'feedback.unanswered': '{count} questions about first scores are not answered: {names}. Answer each before locking.',
} as const satisfies Record<keyof typeof zh, string>
