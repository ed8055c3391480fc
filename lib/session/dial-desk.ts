import type { AgentState } from '@/lib/agent/state';
import type { DialPlan, Question, Recognised } from '@/lib/messages/reply';
import { type DialRule, dialRuleOf, dialVerdictsBy } from '@/lib/phone/dial-rule';
import { homeCountry } from '@/lib/phone/home-country';
import { createNumberForms } from '@/lib/phone/number-forms';
import { createRecognise } from '@/lib/phone/recognise';
import { DEFAULT_DIALLING, type Dialling } from '@/lib/settings/dialling';
import { dialPlan } from './dial-plan';

/**
 * Reads and plans by what the agent has chosen for dialling; what is said of a number here is what
 * will be dialled.
 * @param browserLanguages language tags, the most wanted first
 */
export function createDialDesk(browserLanguages: readonly string[]) {
  const ruleOf = (chosen: Dialling): DialRule =>
    dialRuleOf(chosen, homeCountry(chosen.country, browserLanguages));
  let dialling = DEFAULT_DIALLING;
  let rule = ruleOf(dialling);
  let recognise = createRecognise(rule.country);
  let formsOf = createNumberForms(rule.country);

  return {
    /** Goes by these settings from now on. Returns whether they differ from those before. */
    use(next: Dialling): boolean {
      if (JSON.stringify(next) === JSON.stringify(dialling)) return false;
      const { country } = rule;
      dialling = next;
      rule = ruleOf(next);
      if (rule.country !== country) {
        recognise = createRecognise(rule.country);
        formsOf = createNumberForms(rule.country);
      }
      return true;
    },
    /**
     * The numbers in pieces of a page, as they will be dialled.
     * @param language that the page says it is written in; empty when it says none
     */
    recognise: (questions: readonly Question[], language: string): Recognised =>
      dialVerdictsBy(rule, questions, recognise(questions, language)),
    /** The forms of a remote number as the server tells it; null for what is no number of any plan. */
    formsOf: (received: string) => formsOf(received),
    /** What will come of dialling a text; null when there is nothing to dial in it. */
    plan: (state: AgentState, text: string): DialPlan | null =>
      dialPlan(state, rule, dialling.queue, text),
  };
}
