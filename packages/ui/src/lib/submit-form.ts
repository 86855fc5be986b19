/** Submits a form like its submit button. If a control is invalid, the first one gets the focus. */
export function submitForm(form: HTMLFormElement | null, submitter?: HTMLButtonElement): void {
  form?.requestSubmit(submitter)
  if (!form || form.noValidate || submitter?.formNoValidate) return
  // our fields prevent the error bubble, and without it the browser does not move the focus
  const invalid = [...form.elements].find((element) => element.matches(':invalid:not(fieldset)'))
  if (invalid && !invalid.matches(':focus-within')) (invalid as HTMLElement).focus()
}
