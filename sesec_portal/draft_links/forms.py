"""What is typed: by whoever makes a link, and by whoever reads the draft."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .models import MOST_DAYS, USUAL_DAYS, DraftLink

LONGEST_NAME, LONGEST_COMMENT = 80, 2000


class DraftLinkForm(forms.ModelForm):
    """A new link."""

    days = forms.IntegerField(
        label=_("Works for how many days"),
        min_value=1,
        max_value=MOST_DAYS,
        initial=USUAL_DAYS,
        help_text=_("At most 30. You can revoke the link at any time."),
    )

    class Meta:
        model = DraftLink
        fields = ["note"]


class CommentForm(forms.Form):
    """A comment of somebody without an account, in plain text."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Type your name.")},
    )
    comment = forms.CharField(
        label=_("Your comment"),
        max_length=LONGEST_COMMENT,
        widget=forms.Textarea(attrs={"rows": 7}),
        error_messages={"required": _("Type your comment.")},
        help_text=_("At most 2,000 characters. It goes to the editors of this page and is not published."),
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
