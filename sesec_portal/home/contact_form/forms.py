"""What readers type."""

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

LONGEST_SUBJECT, LONGEST_MESSAGE = 120, 5000

# A line break in a subject would begin another header of the mail.
_one_line = RegexValidator(r"[\x00-\x1f\x7f\u2028\u2029]", _("Write the subject on one line."), inverse_match=True)
# Mail programs read such a piece as letters in another code, line breaks among them (RFC 2047).
_plain = RegexValidator(r"=\?", _("Write the subject in plain words, without “=?”."), inverse_match=True)


class ContactForm(forms.Form):
    """A message to the project."""

    subject = forms.CharField(
        label=_("Subject"),
        max_length=LONGEST_SUBJECT,
        validators=[_one_line, _plain],
        error_messages={"required": _("Type what it is about.")},
    )
    message = forms.CharField(
        label=_("Message"),
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea(attrs={"rows": 9}),
        error_messages={"required": _("Type your message.")},
        help_text=_("At most 5,000 characters. Do not send passwords or secrets."),
    )
    sender = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Type the e-mail address for the answer."),
            "invalid": _("Type a whole e-mail address, such as name@example.org."),
        },
        help_text=_("The project answers to this address and uses it for nothing else."),
    )
    copy = forms.BooleanField(
        label=_("Send me a copy"),
        required=False,
        help_text=_(
            "The portal first sends you a code by e-mail. Type it on the next page, so that nobody else gets your text."
        ),
    )
    # For programs that fill in every field; people do not see it.
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    def clean_website(self) -> str:
        """Raise ValidationError where the field that people do not see is filled in."""
        if self.cleaned_data["website"]:
            raise forms.ValidationError(_("Leave the last field empty; it is there for programs."))
        return ""


class CodeForm(forms.Form):
    """The code that was mailed to the address, and the message that the page carries on."""

    sealed = forms.CharField(widget=forms.HiddenInput)
    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
        error_messages={"required": _("Type the code from the mail.")},
    )
