/* The admin's calendar puts today in the place of a typed date that it cannot read. What is typed stays; the portal says
   beside the field what it cannot read. */

jQuery.fn.datetimepicker.defaults.validateOnBlur = false;
