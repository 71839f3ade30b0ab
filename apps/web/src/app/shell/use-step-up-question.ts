import { useEffect, useState } from 'react'
import { stepUp } from '../../shared/api/door.ts'

export interface StepUpQuestion {
  /** True when the person proved who they are, false when they gave up. */
  readonly answer: (proved: boolean) => void
}

/** The open question of a weighty request that waits for the person, if there is one. */
export const useStepUpQuestion = (): StepUpQuestion | undefined => {
  const [question, setQuestion] = useState<StepUpQuestion>()
  useEffect(
    () =>
      stepUp.answerWith(
        () =>
          new Promise<boolean>((resolve) => {
            const answer = (proved: boolean) => {
              setQuestion(undefined)
              resolve(proved)
            }
            setQuestion({ answer })
          }),
      ),
    [],
  )
  return question
}
