/** Submits a form as its button does. Where something in it is not valid, the focus goes to the first of it. */
export function submitForm(form: HTMLFormElement | null, submitter?: HTMLButtonElement): void {
  form?.requestSubmit(submitter)
  if (!form || form.noValidate || submitter?.formNoValidate) return
  // the browser moves the focus only along with a bubble, which our fields refuse
  const invalid = [...form.elements].find((element) => element.matches(':invalid:not(fieldset)'))
  if (invalid && !invalid.matches(':focus-within')) (invalid as HTMLElement).focus()
}
